package io.github.openhands4j.compat.internal.http.route;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads the value of a parameter whose name ends with a star (RFC 5987): {@code
 * utf-8'en'%C3%A9.txt}. Pure.
 */
final class ExtendedValue {

  /** What {@link PercentText} lets stand: a broken mark, or a character that needs one. */
  private static final Pattern MALFORMED = Pattern.compile("%(?![0-9a-fA-F]{2})|[^\\x00-\\x7e]");

  private ExtendedValue() {}

  /** What a value says; empty if it is malformed. */
  static Optional<String> decode(String value) {
    String[] parts = value.split("'", 3);
    return parts.length < 3 || MALFORMED.matcher(parts[2]).find()
        ? Optional.empty()
        : charset(parts[0]).flatMap(charset -> text(PercentText.bytesOf(parts[2]), charset));
  }

  private static Optional<Charset> charset(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "utf-8" -> Optional.of(StandardCharsets.UTF_8);
      case "iso-8859-1" -> Optional.of(StandardCharsets.ISO_8859_1);
      default -> Optional.empty();
    };
  }

  private static Optional<String> text(byte[] bytes, Charset charset) {
    try {
      return Optional.of(charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException malformed) {
      return Optional.empty();
    }
  }
}
