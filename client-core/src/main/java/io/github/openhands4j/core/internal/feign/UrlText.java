package io.github.openhands4j.core.internal.feign;

import java.nio.charset.StandardCharsets;

/** Percent-encodes all but the unreserved characters of a URL. */
final class UrlText {

  private static final String HEX = "0123456789ABCDEF";

  private UrlText() {}

  static String encode(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!stays(text.charAt(i))) {
        return encoded(text);
      }
    }
    return text;
  }

  private static String encoded(String text) {
    StringBuilder encoded = new StringBuilder(text.length() + 16);
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      if (stays(b)) {
        encoded.append((char) b);
      } else {
        encoded.append('%').append(HEX.charAt((b >> 4) & 0xF)).append(HEX.charAt(b & 0xF));
      }
    }
    return encoded.toString();
  }

  private static boolean stays(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '-'
        || c == '.'
        || c == '_'
        || c == '~';
  }
}
