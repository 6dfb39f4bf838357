package io.github.openhands4j.simulator;

import static io.github.openhands4j.simulator.Caller.STARTS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The 422 answers of bodies. */
class ValidationTest {

  private final OpenHandsSimulator server = OpenHandsSimulator.start();
  private final Caller caller = new Caller(server);

  @AfterEach
  void stop() {
    server.close();
  }

  private JsonNode errors(String body) throws IOException {
    Caller.Answer answer = caller.post(STARTS, body);
    assertThat(answer.status()).isEqualTo(422);
    assertThat(server.startTasks()).isEmpty();
    return answer.json().get("detail");
  }

  @ParameterizedTest
  @CsvSource({
    "abc,invalid length: found 3",
    "x-y,invalid character: found `x` at 0",
    "ab-cd,'invalid group count: expected 5, found 2'",
    "1f2e3d4c-0b1a-4c5d-8e9fa-0b1c2d3e4f5,"
        + "'invalid group length in group 3: expected 4, found 5'",
  })
  void reasonWhyATextIsNoIdIsTheServers(String id, String why) throws IOException {
    JsonNode error = errors("{\"conversation_id\":\"" + id + "\"}").get(0);

    assertThat(error.get("msg").asText()).isEqualTo("Input should be a valid UUID, " + why);
  }

  @ParameterizedTest
  @CsvSource({
    "nonsense,input is too short",
    "nonsense12,invalid character in year",
    "2026/01/01,'invalid date separator, expected `-`'",
    "2026-0a-01,invalid character in month",
    "2026-13-01,month value is outside expected range of 1-12",
    "2026-01-0a,invalid character in day",
    "2026-02-30,day value is outside expected range",
    "2026-01-01T25:00,unexpected extra characters at the end of the input",
  })
  void reasonWhyATextIsNoTimeIsTheServers(String time, String why) throws IOException {
    JsonNode error = caller.get(STARTS + "/count?created_at__gte=" + time).json().at("/detail/0");

    assertThat(error.get("msg").asText())
        .isEqualTo("Input should be a valid datetime or date, " + why);
  }

  @ParameterizedTest
  @CsvSource({"2026-01-01", "2026-01-01t00:00z", "1700000000", "-5", "1.5"})
  void allFormsOfATimeAreTaken(String time) throws IOException {
    assertThat(caller.get(STARTS + "/count?created_at__gte=" + time).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"title\":1}|string_type|[\"body\",\"title\"]",
        "{\"conversation_id\":\"abc\"}|uuid_parsing|[\"body\",\"conversation_id\"]",
        "{\"conversation_id\":5}|uuid_type|[\"body\",\"conversation_id\"]",
        "{\"git_provider\":\"cvs\"}|enum|[\"body\",\"git_provider\"]",
        "{\"agent_type\":null}|enum|[\"body\",\"agent_type\"]",
        "{\"pr_number\":\"5\"}|list_type|[\"body\",\"pr_number\"]",
        "{\"pr_number\":[\"x\"]}|int_parsing|[\"body\",\"pr_number\",0]",
        "{\"public\":\"maybe\"}|bool_parsing|[\"body\",\"public\"]",
        "{\"secrets\":[]}|dict_type|[\"body\",\"secrets\"]",
        "{\"plugins\":[{}]}|missing|[\"body\",\"plugins\",0,\"source\"]",
        "{\"initial_message\":\"hi\"}|model_attributes_type|[\"body\",\"initial_message\"]",
        "{\"initial_message\":{\"role\":\"boss\"}}|literal_error|[\"body\",\"initial_message\",\"role\"]",
        "[]|model_attributes_type|[\"body\"]",
      })
  void wrongTypeIsNamedWithItsPlace(String body, String type, String loc) throws IOException {
    JsonNode error = errors(body).get(0);

    assertThat(error.get("type").asText()).isEqualTo(type);
    assertThat(error.get("loc")).hasToString(loc);
    assertThat(error.has("msg")).isTrue();
    assertThat(error.has("input")).isTrue();
  }

  @Test
  void brokenJsonIsJsonInvalid() throws IOException {
    JsonNode error = errors("{\"title\":").get(0);

    assertThat(error.get("type").asText()).isEqualTo("json_invalid");
    assertThat(error.get("loc").get(0).asText()).isEqualTo("body");
    assertThat(error.get("loc").get(1).isInt()).isTrue();
  }

  @Test
  void missingBodyIsMissing() throws IOException {
    Caller.Answer answer = caller.post(STARTS, "");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.text())
        .isEqualTo(
            "{\"detail\":[{\"type\":\"missing\",\"loc\":[\"body\"],\"msg\":\"Field required\","
                + "\"input\":null}]}");
  }

  @Test
  void jsonSentAsPlainTextIsNoModel() throws IOException {
    Caller.Answer answer = caller.post(STARTS, "{}", "Content-Type", "text/plain");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().get("detail").get(0).get("type").asText())
        .isEqualTo("model_attributes_type");
  }

  @Test
  void unknownKeyIsIgnoredAtTopLevel() throws IOException {
    assertThat(caller.post(STARTS, "{\"nope\":1}").status()).isEqualTo(200);
  }

  @Test
  void unknownKeyInATextBlockGivesTheErrorsOfAllVariants() throws IOException {
    JsonNode errors =
        errors(
            "{\"initial_message\":{\"content\":[{\"type\":\"text\",\"text\":\"x\",\"nope\":1}]}}");

    assertThat(errors).hasSize(3);
    assertThat(errors.get(0).get("type").asText()).isEqualTo("extra_forbidden");
    assertThat(errors.get(0).get("loc"))
        .hasToString("[\"body\",\"initial_message\",\"content\",0,\"TextContent\",\"nope\"]");
    assertThat(errors.get(1).get("type").asText()).isEqualTo("literal_error");
    assertThat(errors.get(2).get("type").asText()).isEqualTo("missing");
    assertThat(errors.get(2).get("loc").get(4).asText()).isEqualTo("ImageContent");
  }

  @Test
  void imageBlockIsEchoed() throws IOException {
    JsonNode block =
        caller
            .post(
                STARTS,
                "{\"initial_message\":{\"content\":[{\"type\":\"image\","
                    + "\"image_urls\":[\"https://example.invalid/a.png\"]}]}}")
            .json()
            .at("/request/initial_message/content/0");

    assertThat(block)
        .hasToString(
            "{\"cache_prompt\":false,\"type\":\"image\","
                + "\"image_urls\":[\"https://example.invalid/a.png\"]}");
  }

  @Test
  void messageNeedsContentAndTheUsersRole() throws IOException {
    String path = STARTS + "/" + UUID.randomUUID() + "/send-message";

    assertThat(type(caller.post(path, "{\"content\":[]}"))).isEqualTo("too_short");
    assertThat(type(caller.post(path, "{}"))).isEqualTo("missing");
    assertThat(type(caller.post(path, "{\"role\":\"system\",\"content\":[{\"text\":\"x\"}]}")))
        .isEqualTo("literal_error");
    assertThat(type(caller.post(STARTS + "/abc/send-message", "{\"content\":[{\"text\":\"x\"}]}")))
        .isEqualTo("uuid_parsing");
  }

  private static String type(Caller.Answer answer) {
    assertThat(answer.status()).isEqualTo(422);
    return answer.json().get("detail").get(0).get("type").asText();
  }
}
