package io.github.openhands4j.core.internal.settings;

import java.util.Locale;
import java.util.Optional;

/** The text form of a yes or no. */
final class FlagText {

  private FlagText() {}

  static Optional<Boolean> parse(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true" -> Optional.of(true);
      case "false" -> Optional.of(false);
      default -> Optional.empty();
    };
  }
}
