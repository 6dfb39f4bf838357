package io.github.openhands4j.compat.internal.http.route;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads the value of a parameter whose name ends with a star (RFC 5987): {@code
 * utf-8'en'%C3%A9.txt}. Pure.
 */
final class ExtendedValue {

  private ExtendedValue() {}

  /** What a value says; empty if it is malformed. */
  static Optional<String> decode(String value) {
    String[] parts = value.split("'", 3);
    return parts.length < 3
        ? Optional.empty()
        : charset(parts[0])
            .flatMap(charset -> bytes(parts[2]).flatMap(bytes -> text(bytes, charset)));
  }

  private static Optional<Charset> charset(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "utf-8" -> Optional.of(StandardCharsets.UTF_8);
      case "iso-8859-1" -> Optional.of(StandardCharsets.ISO_8859_1);
      default -> Optional.empty();
    };
  }

  private static Optional<byte[]> bytes(String encoded) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int at = 0; at < encoded.length(); at++) {
      char c = encoded.charAt(at);
      boolean escape = c == '%';
      int value = escape ? hex(encoded, at + 1) : c;
      if (value < 0 || c > '~') {
        return Optional.empty();
      }
      bytes.write(value);
      at += escape ? 2 : 0;
    }
    return Optional.of(bytes.toByteArray());
  }

  /** Two digits as a number; negative if there are none. */
  private static int hex(String text, int at) {
    if (at + 2 > text.length()) {
      return -1;
    }
    int high = Character.digit(text.charAt(at), 16);
    int low = Character.digit(text.charAt(at + 1), 16);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
  }

  private static Optional<String> text(byte[] bytes, Charset charset) {
    try {
      return Optional.of(charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException malformed) {
      return Optional.empty();
    }
  }
}
