package io.github.openhands4j.model.internal;

import java.util.UUID;
import java.util.regex.Pattern;

/** Reads and writes the two text forms of an id. */
public final class UuidText {

  private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]{32}");
  private static final Pattern DASHED =
      Pattern.compile("[0-9a-fA-F]{8}-([0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}");

  private UuidText() {}

  /**
   * Reads an id.
   *
   * @param text 32 hex digits, or the dashed form
   * @param what what the id is of, for the message
   * @return the id
   * @throws IllegalArgumentException if the text has neither form; the message does not repeat it
   */
  public static UUID parse(String text, String what) {
    if (DASHED.matcher(text).matches()) {
      return UUID.fromString(text);
    }
    if (HEX.matcher(text).matches()) {
      return new UUID(
          Long.parseUnsignedLong(text, 0, 16, 16), Long.parseUnsignedLong(text, 16, 32, 16));
    }
    throw new IllegalArgumentException(
        "not a "
            + what
            + ": expected 32 hex digits or the dashed form, got "
            + text.length()
            + " characters");
  }

  /**
   * Writes an id as the servers do.
   *
   * @param uuid the id
   * @return 32 lower-case hex digits
   */
  public static String hex(UUID uuid) {
    return uuid.toString().replace("-", "");
  }
}
