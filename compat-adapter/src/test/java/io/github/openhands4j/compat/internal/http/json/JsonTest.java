package io.github.openhands4j.compat.internal.http.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Offsets, words and texts are those of the language the server was written in. */
class JsonTest {

  static Stream<Arguments> broken() {
    return Stream.of(
        arguments("", 0, "Expecting value"),
        arguments("  ", 2, "Expecting value"),
        arguments("{", 1, "Expecting property name enclosed in double quotes"),
        arguments("{\"a", 1, "Unterminated string starting at"),
        arguments("{\"a\"", 4, "Expecting ':' delimiter"),
        arguments("{\"a\":", 5, "Expecting value"),
        arguments("{\"a\":1", 6, "Expecting ',' delimiter"),
        arguments("{\"a\":1,", 7, "Expecting property name enclosed in double quotes"),
        arguments("{\"a\":1,}", 7, "Expecting property name enclosed in double quotes"),
        arguments("{\"a\" 1}", 5, "Expecting ':' delimiter"),
        arguments("{a:1}", 1, "Expecting property name enclosed in double quotes"),
        arguments("[", 1, "Expecting value"),
        arguments("[1", 2, "Expecting ',' delimiter"),
        arguments("[1,", 3, "Expecting value"),
        arguments("[1,]", 3, "Expecting value"),
        arguments("[1 2]", 3, "Expecting ',' delimiter"),
        arguments("nul", 0, "Expecting value"),
        arguments("tru", 0, "Expecting value"),
        arguments("-", 0, "Expecting value"),
        arguments("-a", 0, "Expecting value"),
        arguments("01", 1, "Extra data"),
        arguments("1.", 1, "Extra data"),
        arguments("1.e5", 1, "Extra data"),
        arguments("1e", 1, "Extra data"),
        arguments("+1", 0, "Expecting value"),
        arguments(".5", 0, "Expecting value"),
        arguments("\"a\nb\"", 2, "Invalid control character at"),
        arguments("\"\\x\"", 1, "Invalid \\escape"),
        arguments("\"\\u12\"", 2, "Invalid \\uXXXX escape"),
        arguments("\"\\u12G4\"", 2, "Invalid \\uXXXX escape"),
        arguments("\"\\u1234", 2, "Invalid \\uXXXX escape"),
        arguments("\"\\", 0, "Unterminated string starting at"),
        arguments("\"", 0, "Unterminated string starting at"),
        arguments("{} x", 3, "Extra data"),
        arguments("\"😀\" x", 4, "Extra data"),
        arguments("[\"😀\",]", 5, "Expecting value"),
        arguments("{\"a\":[{\"b\":\"\\q\"}]}", 12, "Invalid \\escape"),
        arguments("'a'", 0, "Expecting value"),
        arguments("NaN1", 3, "Extra data"),
        arguments("[1]]", 3, "Extra data"),
        arguments("{\"a\":1 \"b\":2}", 7, "Expecting ',' delimiter"),
        arguments("{\"a\":1,\"a\"}", 10, "Expecting ':' delimiter"),
        arguments("{\"x\":\"\t\"}", 6, "Invalid control character at"),
        arguments("[-]", 1, "Expecting value"),
        arguments("[1.5.2]", 4, "Expecting ',' delimiter"),
        arguments("\"\\ud83d\\ude00\" y", 15, "Extra data"));
  }

  @ParameterizedTest
  @MethodSource("broken")
  void brokenTextIsToldByOffsetAndWord(String text, int position, String message) {
    JsonTextException broken =
        catchThrowableOfType(JsonTextException.class, () -> JsonReader.read(text));

    assertThat(broken).hasMessage(message);
    assertThat(broken.position()).isEqualTo(position);
  }

  static Stream<Arguments> texts() {
    return Stream.of(
        arguments("null", "null"),
        arguments("true", "true"),
        arguments(" [1 , 2.5] ", "[1,2.5]"),
        arguments("{\"b\":1,\"a\":{\"b\":[]},\"b\":2}", "{\"b\":2,\"a\":{\"b\":[]}}"),
        arguments("\"\\ud83d\\ude00\\n\\/\"", "\"😀\\n/\""),
        arguments("-0", "0"),
        arguments("-0.0", "-0.0"),
        arguments("1e3", "1000.0"),
        arguments("1.50", "1.5"),
        arguments("123456789012345678901234567890", "123456789012345678901234567890"),
        arguments("\"\\u00e9\"", "\"é\""),
        arguments("1e-7", "1e-07"),
        arguments("1E+22", "1e+22"),
        arguments("0.1", "0.1"),
        arguments("[]", "[]"),
        arguments("{}", "{}"),
        arguments("1e16", "1e+16"),
        arguments("123456789.125", "123456789.125"),
        arguments("\"\\u001f\\u007f\\b\\f\"", "\"\\u001f\\b\\f\""));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void textIsWrittenAsTheServerWroteIt(String text, String written) throws Exception {
    assertThat(JsonWriter.text(JsonReader.read(text))).isEqualTo(written);
  }

  @Test
  void digitsAreThoseOfJsonWhereverTheJvmRuns() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
    try {
      assertThat(JsonWriter.text(5e-5)).isEqualTo("5e-05");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void deepNestingIsRefused() {
    assertThatThrownBy(() -> JsonReader.read("[".repeat(100_000)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void numbersOfManyDigitsAreRefused() {
    assertThatThrownBy(() -> JsonReader.read("1".repeat(5_000)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
