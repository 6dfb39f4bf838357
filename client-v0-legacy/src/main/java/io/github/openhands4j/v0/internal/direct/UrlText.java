package io.github.openhands4j.v0.internal.direct;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Percent-encodes all but the unreserved characters of a URL. Feign itself leaves a value alone
 * that looks encoded already, so {@code a%2Fb} would reach the server as {@code a/b}.
 */
final class UrlText {

  private static final String UNRESERVED =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
  private static final String HEX = "0123456789ABCDEF";

  private UrlText() {}

  static String encode(String text) {
    StringBuilder encoded = new StringBuilder(text.length());
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      if (UNRESERVED.indexOf(b) >= 0) {
        encoded.append((char) b);
      } else {
        encoded.append('%').append(HEX.charAt((b >> 4) & 0xF)).append(HEX.charAt(b & 0xF));
      }
    }
    return encoded.toString();
  }

  /** Null stays null: Feign then leaves the parameter out. */
  static @Nullable String encodeIfSet(@Nullable String text) {
    return text == null ? null : encode(text);
  }
}
