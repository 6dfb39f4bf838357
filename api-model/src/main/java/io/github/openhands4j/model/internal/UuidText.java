package io.github.openhands4j.model.internal;

import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads and writes the two text forms of an id. */
public final class UuidText {

  private static final int HEX = 32;
  private static final int DASHED = 36;
  private static final int DIGITS_OF_A_HALF = 16;

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
    UUID id = find(text);
    if (id != null) {
      return id;
    }
    throw new IllegalArgumentException(
        "not a "
            + what
            + ": expected 32 hex digits or the dashed form, got "
            + text.length()
            + " characters");
  }

  /**
   * Reads what may be an id.
   *
   * @param text any text
   * @return the id, or null if the text has neither form
   */
  public static @Nullable UUID find(String text) {
    int length = text.length();
    if (length != HEX && length != DASHED) {
      return null;
    }
    long high = 0;
    long low = 0;
    int digits = 0;
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (length == DASHED && isPlaceOfDash(i)) {
        if (c != '-') {
          return null;
        }
        continue;
      }
      if (!HexFormat.isHexDigit(c)) { // of ASCII alone, as Character.digit is not
        return null;
      }
      int digit = HexFormat.fromHexDigit(c);
      if (digits < DIGITS_OF_A_HALF) {
        high = high << 4 | digit;
      } else {
        low = low << 4 | digit;
      }
      digits++;
    }
    return new UUID(high, low);
  }

  private static boolean isPlaceOfDash(int place) {
    return place == 8 || place == 13 || place == 18 || place == 23;
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
