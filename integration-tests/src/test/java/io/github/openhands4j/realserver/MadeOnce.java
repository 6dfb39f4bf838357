package io.github.openhands4j.realserver;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A conversation that several tests share: made when the first of them wants it. */
final class MadeOnce {

  private @Nullable String id;

  /** Its id. */
  String orElse(Supplier<String> make) {
    if (id == null) {
      id = make.get();
    }
    return id;
  }
}
