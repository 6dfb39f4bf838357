package io.github.openhands4j.v1;

import io.github.openhands4j.model.internal.WireRecord;
import org.jspecify.annotations.Nullable;

/**
 * Which language models to list. All fields are optional.
 *
 * @param text a part of their names
 * @param provider who offers them
 * @param verified whether they are known to work well
 * @param limit rows in a page, 1 to 100, or null for 50
 */
@WireRecord
public record ModelQuery(
    @Nullable String text,
    @Nullable String provider,
    @Nullable Boolean verified,
    @Nullable Integer limit) {

  /**
   * All models.
   *
   * @return the query
   */
  public static ModelQuery all() {
    return builder().build();
  }

  /**
   * A builder with nothing set.
   *
   * @return the builder
   */
  public static ModelQueryBuilder builder() {
    return ModelQueryBuilder.builder();
  }
}
