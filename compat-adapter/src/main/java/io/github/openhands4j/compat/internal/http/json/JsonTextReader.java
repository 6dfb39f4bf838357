package io.github.openhands4j.compat.internal.http.json;

import java.util.function.IntConsumer;

/** Reads one text in double quotes, with the server's words for what is wrong in it. */
final class JsonTextReader {

  private static final int HEX = 16;
  private static final int ESCAPE_DIGITS = 4;
  private static final String ESCAPES = "\"\\/bfnrt";
  private static final String MEANINGS = "\"\\/\b\f\n\r\t";

  private final String text;
  private final int quote;
  private final StringBuilder value = new StringBuilder();

  JsonTextReader(String text, int quote) {
    this.text = text;
    this.quote = quote;
  }

  /** Reads up to the closing quote and tells where the text goes on. */
  String read(IntConsumer end) throws JsonTextException {
    int at = quote + 1;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '"') {
        end.accept(at + 1);
        return value.toString();
      }
      if (c < ' ') {
        throw wrong("Invalid control character at", at);
      }
      if (c == '\\') {
        at = escape(at + 1);
      } else {
        value.append(c);
        at++;
      }
    }
    throw wrong("Unterminated string starting at", quote);
  }

  private int escape(int at) throws JsonTextException {
    if (at >= text.length()) {
      throw wrong("Unterminated string starting at", quote);
    }
    char c = text.charAt(at);
    if (c == 'u') {
      return unicode(at);
    }
    int meaning = ESCAPES.indexOf(c);
    if (meaning < 0) {
      throw wrong("Invalid \\escape", at - 1);
    }
    value.append(MEANINGS.charAt(meaning));
    return at + 1;
  }

  private int unicode(int at) throws JsonTextException {
    int end = at + 1 + ESCAPE_DIGITS;
    if (end >= text.length()) {
      throw wrong("Invalid \\uXXXX escape", at);
    }
    int code = 0;
    for (int i = at + 1; i < end; i++) {
      char c = text.charAt(i);
      int digit = c < 0x80 ? Character.digit(c, HEX) : -1;
      if (digit < 0) {
        throw wrong("Invalid \\uXXXX escape", at);
      }
      code = code * HEX + digit;
    }
    value.append((char) code);
    return end;
  }

  private JsonTextException wrong(String message, int position) {
    return new JsonTextException(message, text.codePointCount(0, position));
  }
}
