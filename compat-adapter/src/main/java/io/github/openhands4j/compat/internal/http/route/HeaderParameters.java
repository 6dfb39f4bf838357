package io.github.openhands4j.compat.internal.http.route;

import java.util.Optional;

/** Reads {@code ; name=value; name="va\"lue"} behind the first word of a header, in one pass. */
final class HeaderParameters {

  private final String text;
  private int at;

  private HeaderParameters(String text) {
    this.text = text;
  }

  /** The first parameter of a name, whose case does not matter. */
  static Optional<String> find(String header, String name) {
    HeaderParameters reader = new HeaderParameters(header);
    reader.skipTo(';');
    while (reader.at < header.length()) {
      reader.at++;
      String each = reader.plain('=', ';').strip();
      String value = reader.isAt('=') ? reader.value() : "";
      if (each.equalsIgnoreCase(name)) {
        return Optional.of(value);
      }
      reader.skipTo(';');
    }
    return Optional.empty();
  }

  private boolean isAt(char c) {
    return at < text.length() && text.charAt(at) == c;
  }

  private void skipTo(char end) {
    while (at < text.length() && text.charAt(at) != end) {
      at++;
    }
  }

  private String plain(char end, char otherEnd) {
    int from = at;
    while (at < text.length() && text.charAt(at) != end && text.charAt(at) != otherEnd) {
      at++;
    }
    return text.substring(from, at);
  }

  private String value() {
    at++;
    while (isAt(' ') || isAt('\t')) {
      at++;
    }
    return isAt('"') ? quoted() : plain(';', ';').strip();
  }

  private String quoted() {
    StringBuilder value = new StringBuilder();
    at++;
    while (at < text.length() && text.charAt(at) != '"') {
      boolean escapes =
          text.charAt(at) == '\\'
              && at + 1 < text.length()
              && "\"\\".indexOf(text.charAt(at + 1)) >= 0;
      at += escapes ? 1 : 0;
      value.append(text.charAt(at));
      at++;
    }
    return value.toString();
  }
}
