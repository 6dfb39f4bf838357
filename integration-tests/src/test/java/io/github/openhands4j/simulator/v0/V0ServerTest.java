package io.github.openhands4j.simulator.v0;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The server answers byte for byte as the documents of release 0.62 say. */
class V0ServerTest {

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final String LIST = "/api/conversations";

  private V0Server server = V0Server.start(V0Access.open());

  @AfterEach
  void stop() {
    server.close();
  }

  private void restart(V0Access access) {
    server.close();
    server = V0Server.start(access);
  }

  private HttpResponse<String> send(String method, String target, String body, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server.baseUrl() + target))
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .header("Content-Type", "application/json");
    if (headers.length > 0) {
      request.headers(headers);
    }
    return HTTP.send(request.build(), BodyHandlers.ofString());
  }

  private String create(String body) throws Exception {
    return json(send("POST", LIST, body)).path("conversation_id").asText();
  }

  private static JsonNode json(HttpResponse<String> answer) throws IOException {
    return Json.MAPPER.readTree(answer.body());
  }

  private static List<String> keys(JsonNode node) {
    List<String> keys = new ArrayList<>();
    node.fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  @Test
  void createAnswersFourKeysInOrder() throws Exception {
    HttpResponse<String> answer = send("POST", LIST, "{}");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .matches(
            "\\{\"status\":\"ok\",\"conversation_id\":\"[0-9a-f]{32}\",\"message\":null,"
                + "\"conversation_status\":\"STARTING\"}");
    assertThat(answer.headers().firstValue("cache-control"))
        .hasValue("no-cache, no-store, must-revalidate, max-age=0");
  }

  @Test
  void recordHasTheKeysOfTheReleaseInItsOrder() throws Exception {
    String id = create("{\"repository\":\"octo/app\"}");

    JsonNode starting = json(send("GET", LIST + "/" + id, ""));
    JsonNode running = json(send("GET", LIST + "/" + id, ""));

    assertThat(keys(running))
        .containsExactly(
            "conversation_id",
            "title",
            "last_updated_at",
            "status",
            "runtime_status",
            "selected_repository",
            "selected_branch",
            "git_provider",
            "trigger",
            "num_connections",
            "url",
            "session_api_key",
            "created_at",
            "pr_number",
            "conversation_version");
    assertThat(starting.path("status").asText()).isEqualTo("STARTING");
    assertThat(running.path("status").asText()).isEqualTo("RUNNING");
    assertThat(running.path("runtime_status").asText()).isEqualTo("STATUS$RUNTIME_STARTED");
    assertThat(running.path("title").asText()).isEqualTo("Conversation " + id.substring(0, 5));
    assertThat(running.path("url").asText()).isEqualTo("/api/conversations/" + id);
    assertThat(running.path("trigger").asText()).isEqualTo("gui");
    assertThat(running.path("created_at").asText())
        .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z");
    assertThat(running.get("git_provider").isNull()).isTrue();
  }

  @Test
  void tokenOfTheListIsBase64OfBothTokens() throws Exception {
    create("{}");
    create("{}");

    String token = json(send("GET", LIST + "?limit=1", "")).path("next_page_id").asText();

    assertThat(new String(Base64.getDecoder().decode(token), UTF_8))
        .isEqualTo("{\"v0\": \"MQ==\", \"v1\": null}");
    assertThat(token).isEqualTo("eyJ2MCI6ICJNUT09IiwgInYxIjogbnVsbH0=");
    assertThat(
            json(send("GET", LIST + "?limit=1&page_id=" + token, "")).get("next_page_id").isNull())
        .isTrue();
    assertThat(json(send("GET", LIST + "?limit=0", "")).path("next_page_id").isTextual()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "GET    | /api/conversations/abc              | | 200 | null",
        "DELETE | /api/conversations/abc              | | 200 | false",
        "POST   | /api/conversations/abc/stop         | | 200 |"
            + " {\"status\":\"ok\",\"conversation_id\":\"abc\",\"message\":\"Conversation was not"
            + " running\",\"conversation_status\":\"STOPPED\"}",
        "POST   | /api/conversations/abc/start        | {} | 404 |"
            + " {\"status\":\"error\",\"conversation_id\":\"abc\"}",
        "PATCH  | /api/conversations/abc              | {\"title\":\"t\"} | 404 |"
            + " {\"status\":\"error\",\"message\":\"Conversation not"
            + " found\",\"msg_id\":\"CONVERSATION$NOT_FOUND\"}",
        "POST   | /api/conversations/abc/message      | {\"message\":\"m\"} | 404 |"
            + " {\"detail\":\"Conversation abc not found\"}",
        "GET    | /api/conversations/a..b             | | 400 | {\"detail\":\"Conversation ID contains"
            + " invalid path characters\"}",
        "GET    | /api/conversations/a%0Ab            | | 400 | {\"detail\":\"Conversation ID contains"
            + " control characters\"}",
        "GET    | /api/conversations?page_id=MjA%3D   | | 500 | Internal Server Error",
        "GET    | /api/conversations?page_id=bad      | | 500 | Internal Server Error",
        "PUT    | /api/conversations                  | | 405 | {\"detail\":\"Method Not Allowed\"}",
        "POST   | /api/nothing                        | | 405 | {\"detail\":\"Method Not Allowed\"}"
      })
  void answersAsDocumented(String method, String target, String body, int status, String answer)
      throws Exception {
    HttpResponse<String> got = send(method, target, body == null ? "" : body);

    assertThat(got.body()).isEqualTo(answer);
    assertThat(got.statusCode()).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "POST  | /api/conversations           | {\"foo\":1} |"
            + " {\"type\":\"extra_forbidden\",\"loc\":[\"body\",\"foo\"],\"msg\":\"Extra inputs are"
            + " not permitted\",\"input\":1}",
        "POST  | /api/conversations           | {\"git_provider\":\"x\"} |"
            + " {\"type\":\"enum\",\"loc\":[\"body\",\"git_provider\"],\"msg\":\"Input should be"
            + " 'github', 'gitlab', 'bitbucket' or"
            + " 'enterprise_sso'\",\"input\":\"x\",\"ctx\":{\"expected\":\"'github', 'gitlab',"
            + " 'bitbucket' or 'enterprise_sso'\"}}",
        "POST  | /api/conversations           | [] |"
            + " {\"type\":\"model_attributes_type\",\"loc\":[\"body\"],\"msg\":\"Input should be a"
            + " valid dictionary or object to extract fields from\",\"input\":[]}",
        "POST  | /api/conversations/abc/start | |"
            + " {\"type\":\"missing\",\"loc\":[\"body\"],\"msg\":\"Field required\",\"input\":null}",
        "POST  | /api/conversations/abc/start | {\"providers_set\":{}} |"
            + " {\"type\":\"list_type\",\"loc\":[\"body\",\"providers_set\"],\"msg\":\"Input should"
            + " be a valid list\",\"input\":{}}",
        "PATCH | /api/conversations/abc       | {} |"
            + " {\"type\":\"missing\",\"loc\":[\"body\",\"title\"],\"msg\":\"Field"
            + " required\",\"input\":{}}",
        "PATCH | /api/conversations/abc       | {\"title\":\"\"} |"
            + " {\"type\":\"string_too_short\",\"loc\":[\"body\",\"title\"],\"msg\":\"String should"
            + " have at least 1 character\",\"input\":\"\",\"ctx\":{\"min_length\":1}}",
        "POST  | /api/conversations/x/message | {\"message\":1} |"
            + " {\"type\":\"string_type\",\"loc\":[\"body\",\"message\"],\"msg\":\"Input should be a"
            + " valid string\",\"input\":1}",
        "GET   | /api/conversations?limit=a   | |"
            + " {\"type\":\"int_parsing\",\"loc\":[\"query\",\"limit\"],\"msg\":\"Input should be a"
            + " valid integer, unable to parse string as an integer\",\"input\":\"a\"}"
      })
  void validationAnswersWithAList(String method, String target, String body, String problem)
      throws Exception {
    HttpResponse<String> got = send(method, target, body == null ? "" : body);

    assertThat(got.body()).isEqualTo("{\"detail\":[" + problem + "]}");
    assertThat(got.statusCode()).isEqualTo(422);
  }

  @Test
  void unknownPathIsTheWebPage() throws Exception {
    HttpResponse<String> got = send("GET", LIST + "/", "");

    assertThat(got.statusCode()).isEqualTo(200);
    assertThat(got.headers().firstValue("content-type")).hasValue("text/html; charset=utf-8");
  }

  @Test
  void selfHostedServerTakesItsKeyInOneHeaderOnly() throws Exception {
    restart(V0Access.sessionKey("sk-test"));

    assertThat(send("GET", LIST, "").body()).isEqualTo("{\"detail\":\"Unauthorized\"}");
    assertThat(send("GET", LIST, "", "Authorization", "Bearer sk-test").statusCode())
        .isEqualTo(401);
    assertThat(send("GET", LIST, "", "X-Session-API-Key", "sk-test").statusCode()).isEqualTo(200);
  }

  @Test
  void cloudTakesItsKeyInEitherHeaderAndMarksWhatItStarted() throws Exception {
    restart(V0Access.cloud("sk-test"));

    assertThat(send("GET", LIST, "").body()).isEqualTo("{\"error\":\"NoCredentialsError\"}");
    assertThat(send("GET", LIST, "", "Authorization", "Token sk-test").statusCode()).isEqualTo(401);
    assertThat(send("GET", LIST, "", "X-Session-API-Key", "sk-test").statusCode()).isEqualTo(200);
    send("POST", LIST, "{}", "Authorization", "Bearer sk-test");
    assertThat(
            json(send("GET", LIST, "", "Authorization", "Bearer sk-test"))
                .path("results")
                .path(0)
                .path("trigger")
                .asText())
        .isEqualTo("openhands_api");
  }

  @Test
  void droppedAnswerIsOfARequestThatWasCarriedOut() {
    server.dropNextAnswer("POST", LIST);

    assertThatThrownBy(() -> send("POST", LIST, "{}")).isInstanceOf(IOException.class);

    assertThat(server.conversationIds()).hasSize(1);
    assertThat(server.journal().starts()).isEqualTo(1);
  }
}
