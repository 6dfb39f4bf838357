package io.github.openhands4j.compat.internal.http.schema;

import org.jspecify.annotations.Nullable;

/** What a value must be. Pure. */
@FunctionalInterface
public interface Type {

  /**
   * Checks a value and brings it into one form.
   *
   * @param value what was sent
   * @param place where it stands
   * @param problems where everything wrong with it is noted
   * @return the value to go on with; of no meaning if something was noted
   */
  @Nullable Object read(@Nullable Object value, Place place, Problems problems);
}
