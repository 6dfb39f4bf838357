package io.github.openhands4j.core.internal.feign;

import java.nio.charset.StandardCharsets;

/** Percent-encodes all but the unreserved characters of a URL. */
final class UrlText {

  private static final String UNRESERVED =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
  private static final String HEX = "0123456789ABCDEF";

  private UrlText() {}

  static String encode(String text) {
    if (text.chars().allMatch(UrlText::isUnreserved)) {
      return text;
    }
    StringBuilder encoded = new StringBuilder(text.length() + 16);
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      if (isUnreserved(b)) {
        encoded.append((char) b);
      } else {
        encoded.append('%').append(HEX.charAt((b >> 4) & 0xF)).append(HEX.charAt(b & 0xF));
      }
    }
    return encoded.toString();
  }

  private static boolean isUnreserved(int c) {
    return UNRESERVED.indexOf(c) >= 0;
  }
}
