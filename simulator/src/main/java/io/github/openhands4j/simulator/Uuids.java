package io.github.openhands4j.simulator;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Conversation and task ids: stored as 32 lower-case hex digits, accepted in that form or dashed.
 */
final class Uuids {

  private static final Pattern ACCEPTED =
      Pattern.compile(
          "[0-9a-fA-F]{32}|[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}", Pattern.DOTALL);

  private Uuids() {}

  /** The hex form of an id given as hex or dashed, or nothing when it is neither. */
  static Optional<String> hex(String id) {
    if (!ACCEPTED.matcher(id).matches()) {
      return Optional.empty();
    }
    return Optional.of(id.replace("-", "").toLowerCase(Locale.ROOT));
  }

  /** A fresh random id in hex form. */
  static String random() {
    return UUID.randomUUID().toString().replace("-", "");
  }

  /** The dashed form of a 32-digit hex id. */
  static String dashed(String hex) {
    return String.join(
        "-",
        hex.substring(0, 8),
        hex.substring(8, 12),
        hex.substring(12, 16),
        hex.substring(16, 20),
        hex.substring(20));
  }
}
