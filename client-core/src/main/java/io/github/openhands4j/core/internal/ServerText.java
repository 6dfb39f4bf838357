package io.github.openhands4j.core.internal;

import java.util.regex.Pattern;

/** Makes text of the server fit for messages and logs. */
public final class ServerText {

  /** What could end a line, or change how it shows: control characters and text direction. */
  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+");

  private ServerText() {}

  /**
   * One line of a text.
   *
   * @param text the text, which may be hostile
   * @param most how many characters to keep
   * @return the text with blanks in the place of what must not show, cut at the bound
   */
  public static String oneLine(String text, int most) {
    String clean = UNSEEN.matcher(text).replaceAll(" ").strip();
    if (clean.length() <= most) {
      return clean;
    }
    boolean splits = Character.isHighSurrogate(clean.charAt(most - 1));
    return clean.substring(0, splits ? most - 1 : most) + "…";
  }
}
