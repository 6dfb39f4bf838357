package io.github.openhands4j.compat.internal.http.route;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Percent-encoding as the server's web framework reads and writes it: broken marks stay. */
final class PercentText {

  private static final int HEX = 16;
  private static final String KEPT = "-._~:/%#?=@[]!$&'()*+,;";

  private PercentText() {}

  static String decode(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    return new String(bytesOf(text), StandardCharsets.UTF_8);
  }

  /** What a text stands for in any charset: what is not marked is UTF-8. */
  static byte[] bytesOf(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < encoded.length; i++) {
      int high = i + 2 < encoded.length && encoded[i] == '%' ? digit(encoded[i + 1]) : -1;
      int low = high < 0 ? -1 : digit(encoded[i + 2]);
      if (low < 0) {
        bytes.write(encoded[i]);
      } else {
        bytes.write(high * HEX + low);
        i += 2;
      }
    }
    return bytes.toByteArray();
  }

  private static int digit(byte character) {
    return character < 0 ? -1 : Character.digit(character, HEX);
  }

  static String encode(String text) {
    StringBuilder encoded = new StringBuilder();
    for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (each & 0xff);
      if (c < 0x80 && (Character.isLetterOrDigit(c) || KEPT.indexOf(c) >= 0)) {
        encoded.append(c);
      } else {
        encoded.append(String.format("%%%02X", (int) c));
      }
    }
    return encoded.toString();
  }
}
