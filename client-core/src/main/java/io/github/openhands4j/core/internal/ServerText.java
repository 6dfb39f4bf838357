package io.github.openhands4j.core.internal;

import java.util.List;
import java.util.regex.Pattern;

/** Makes text of the server fit for messages and logs. */
public final class ServerText {

  /** What could end a line, or change how it shows: control characters and text direction. */
  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+");

  /** What stands for a secret. */
  private static final String MASK = "***";

  /** User and password of an address, as in a clone URL. */
  private static final Pattern USER_OF_ADDRESS =
      Pattern.compile("(?<=[A-Za-z][A-Za-z0-9+.-]{0,20}://)[^\\s/@]*(?:@[^\\s/@]*)*(?=@)");

  /** What follows the name of a way to prove who one is. */
  private static final Pattern CREDENTIALS =
      Pattern.compile(
          "(?i)(?<=\\b(?:bearer|basic|token)[ :=]{1,3})"
              + "(?=[A-Z._~+/-]*[0-9=])[A-Z0-9._~+/=-]{8,}");

  /** Keys and tokens that begin in a known way. */
  private static final Pattern KNOWN_TOKEN =
      Pattern.compile(
          "\\b(?:gh[opusr]_|github_pat_|glpat-|sk-|sk_|xox[abeoprs]-|ATATT|ATBB|AKIA|hf_|eyJ)"
              + "[A-Za-z0-9._~+/=-]{8,}");

  private ServerText() {}

  /**
   * One line of a text, without what looks like a secret.
   *
   * @param text the text, which may be hostile
   * @param most how many characters to keep
   * @return the text with blanks or a mask in the place of what must not show, cut at the bound
   */
  public static String oneLine(String text, int most) {
    String clean = withoutSecrets(UNSEEN.matcher(text).replaceAll(" ")).strip();
    if (clean.length() <= most) {
      return clean;
    }
    boolean splits = Character.isHighSurrogate(clean.charAt(most - 1));
    return clean.substring(0, splits ? most - 1 : most) + "…";
  }

  /**
   * A text without what looks like a secret. It is a net, no proof: a secret can look like
   * anything.
   *
   * @param text the text
   * @return the text with a mask in the place of passwords in addresses, keys and tokens
   */
  public static String withoutSecrets(String text) {
    String masked = text;
    for (Pattern secret : List.of(USER_OF_ADDRESS, CREDENTIALS, KNOWN_TOKEN)) {
      masked = secret.matcher(masked).replaceAll(MASK);
    }
    return masked;
  }
}
