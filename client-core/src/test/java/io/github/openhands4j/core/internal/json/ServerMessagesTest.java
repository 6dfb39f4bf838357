package io.github.openhands4j.core.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The server's words are found in every shape its errors have. */
class ServerMessagesTest {

  private final ServerMessages messages = new ServerMessages(Json.mapper(1 << 20));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"detail\":\"Not Found\"} | Not Found",
        "{\"detail\":\"not active yet\",\"retryable\":true} | not active yet",
        "{\"detail\":{\"message\":\"dangling\",\"dangling_mcp_server_refs\":[\"a\"]}} | dangling",
        "{\"error\":\"BearerTokenError\"} | BearerTokenError",
        "{\"error\":\"old keys\",\"keys\":[\"a\"]} | old keys",
        "{\"message\":\"Too many requests\"} | Too many requests",
        "\"Unable to access repo a/b\" | Unable to access repo a/b",
        "Internal Server Error | Internal Server Error",
        "{\"detail\":\"Internal Server Error\",\"exception\":\"x\",\"error_id\":\"1\"} | Internal Server Error",
        "{\"status\":\"error\",\"message\":\"no key\",\"msg_id\":\"STATUS$X\"} | no key",
        "{\"status\":\"error\",\"conversation_id\":\"1\",\"message\":\"failed\"} | failed",
        "{\"error\":\"no url\",\"vscode_url\":null} | no url",
        "{\"success\":false,\"error\":\"not running\"} | not running",
        "{\"detail\":null,\"message\":\"second\"} | second",
        "404: not json | 404: not json",
      })
  void wordsAreFound(String body, String words) {
    assertThat(messages.find(body)).contains(words);
  }

  @Test
  void validationErrorsAreListedWithoutTheInputTheyRepeat() {
    String body =
        """
        {"detail":[
          {"type":"missing","loc":["body","title"],"msg":"Field required","input":"canary"},
          {"type":"json_invalid","loc":["body",7],"msg":"JSON decode error","input":{"a":"canary"},
           "ctx":{"error":"canary"}},
          {"msg":"no place"}]}
        """;

    assertThat(messages.find(body))
        .contains("body.title: Field required; body.7: JSON decode error; no place");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  \n",
        "{}",
        "[]",
        "null",
        "true",
        "17",
        "{\"detail\":null}",
        "{\"detail\":{}}",
        "{\"detail\":[]}",
        "{\"detail\":\"\"}",
        "{\"status\":\"error\",\"conversation_id\":\"1\"}",
        "<html><title>System Maintenance</title></html>",
        "\n<!doctype html>",
      })
  void bodyWithoutWordsHasNone(String body) {
    assertThat(messages.find(body)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"detail\":[{\"loc\":[\"body\"],\"msg\":\"x\",\"input\":\"canary",
        "[{\"input\":\"canary",
        "  {\"detail\":\"canary",
        "\"canary",
      })
  void jsonThatIsCutIsNotTakenForWords(String body) {
    assertThat(messages.find(body)).isEmpty();
  }

  @Test
  void controlCharactersAreTakenOut() {
    assertThat(messages.find("{\"detail\":\"a\\r\\nINFO forged\\u001b[31m\\u0000\\u0007b\"}"))
        .contains("a INFO forged [31m b");
    assertThat(messages.find("a\r\nb\tc\u007fd")).contains("a b c d");
    assertThat(messages.find("a\u0085b\u009bc\u2028d\u2029e")).contains("a b c d e");
    assertThat(messages.find("a\u202eb\u2066c\u200fd")).contains("a b c d");
  }

  @Test
  void wordsAreCut() {
    assertThat(messages.find("x".repeat(501))).contains("x".repeat(500) + "\u2026");
    assertThat(messages.find("x".repeat(500))).contains("x".repeat(500));
  }

  @Test
  void hostileBodiesAreHarmless() {
    assertThat(messages.find("[".repeat(100_000))).isEmpty();
    assertThat(messages.find("{\"detail\":".repeat(199) + "\"x\"" + "}".repeat(199))).contains("x");
  }
}
