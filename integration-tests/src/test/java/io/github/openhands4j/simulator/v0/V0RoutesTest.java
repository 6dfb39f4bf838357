package io.github.openhands4j.simulator.v0;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The routes around conversations and of the account, byte for byte as documented for 0.62. */
class V0RoutesTest {

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private V0Server server = V0Server.start(V0Access.open());
  private String id = "";

  @BeforeEach
  void create() throws Exception {
    id =
        json(send("POST", "/api/conversations", "{\"initial_user_msg\":\"Fix it\"}"))
            .path("conversation_id")
            .asText();
    server.finishStarts();
    server.writeFile(id, "src/a.py", "x = 1\n".getBytes(UTF_8));
    server.writeFile(id, "a.bin", new byte[] {1, 0});
    server.writeFile(id, "latin1.txt", new byte[] {(byte) 0xfc});
    server.changeFile(id, "app/a.py", "old\n\n", "new\n");
    server.changeFile(id, "app/gone.py", "old", null);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private HttpResponse<String> send(String method, String target, String body, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server.baseUrl() + target))
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    request.headers(
        headers.length > 0 ? headers : new String[] {"Content-Type", "application/json"});
    return HTTP.send(request.build(), BodyHandlers.ofString());
  }

  private static JsonNode json(HttpResponse<String> answer) throws IOException {
    return Json.MAPPER.readTree(answer.body());
  }

  private static List<String> keys(JsonNode node) {
    List<String> keys = new ArrayList<>();
    node.fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  /** {@code ID} stands for the conversation's id. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "GET  | /ID/events?limit=0         |    | 200 | {\"events\":[],\"has_more\":true}",
        "GET  | /ID/events?limit=101       |    | 400 | {\"detail\":\"Invalid limit\"}",
        "GET  | /ID/events?limit=-1        |    | 400 | {\"detail\":\"Invalid limit\"}",
        "GET  | /ID/events?start_id=99     |    | 200 | {\"events\":[],\"has_more\":false}",
        "GET  | /abc/events                |    | 404 | {\"detail\":\"Conversation abc not found\"}",
        "GET  | /abc/trajectory            |    | 404 | {\"detail\":\"Conversation abc not found\"}",
        "POST | /ID/events | {\"action\":\"message\",\"args\":{\"content\":\"m\"}} | 200 |"
            + " {\"success\":true}",
        "POST | /ID/events | {\"action\":\"message\",\"args\":{\"content\":\"m\",\"timestamp\":1}} |"
            + " 200 | {\"success\":true}",
        "POST | /ID/events | {\"action\":\"message\",\"args\":{\"content\":\"m\",\"x\":1}} | 500 |"
            + " Internal Server Error",
        "POST | /ID/events | {\"action\":\"push\",\"args\":{}} | 500 | Internal Server Error",
        "POST | /ID/events | {\"id\":3,\"action\":\"null\",\"args\":{}} | 500 | Internal Server Error",
        "POST | /ID/events | {bad | 500 | Internal Server Error",
        "GET  | /ID/list-files             |    | 200 | [\"src/\",\"a.bin\",\"latin1.txt\"]",
        "GET  | /ID/list-files?path=src    |    | 200 | [\"src/a.py\"]",
        "GET  | /ID/list-files?path=none   |    | 200 | []",
        "GET  | /ID/select-file?file=src/a.py | | 200 | {\"code\":\"x = 1\\n\"}",
        "GET  | /ID/select-file?file=/workspace/project/src/a.py | | 200 | {\"code\":\"x = 1\\n\"}",
        "GET  | /ID/select-file?file=a.bin |    | 415 | {\"error\":\"Unable to open binary file:"
            + " /workspace/project/a.bin\"}",
        "GET  | /ID/select-file?file=x     |    | 500 | {\"error\":\"Error opening file:"
            + " **ErrorObservation**\\nFile not found: /workspace/project/x. Your current working"
            + " directory is /workspace/project.\"}",
        "GET  | /ID/select-file?file=src   |    | 500 | {\"error\":\"Error opening file:"
            + " **ErrorObservation**\\nPath is a directory: /workspace/project/src. You can only read"
            + " files\"}",
        "GET  | /ID/select-file?file=latin1.txt | | 500 | {\"error\":\"Error opening file:"
            + " **ErrorObservation**\\nFile could not be decoded as utf-8:"
            + " /workspace/project/latin1.txt.\"}",
        "GET  | /ID/git/changes            |    | 200 | [{\"status\":\"M\",\"path\":\"app/a.py\"},"
            + "{\"status\":\"D\",\"path\":\"app/gone.py\"}]",
        "GET  | /ID/git/diff?path=app/a.py |    | 200 | {\"modified\":\"new\",\"original\":\"old\"}",
        "GET  | /ID/git/diff?path=app/gone.py | | 500 | Internal Server Error",
        "GET  | /ID/config                 |    | 200 | {\"runtime_id\":null,\"session_id\":\"ID\"}",
        "GET  | /ID/web-hosts              |    | 200 | {\"hosts\":{}}",
        "GET  | /ID/microagents            |    | 200 | {\"microagents\":[]}",
        "GET  | /ID/remember-prompt?event_id=2 | | 200 | {\"status\":\"success\",\"prompt\":\"Remember:"
            + " Fix it\"}",
        "POST | /ID/exp-config | {\"config\":null} | 200 | false",
        "POST | /ID/submit-feedback | {\"polarity\":\"maybe\"} | 500 | Internal Server Error"
      })
  void conversationAnswersAsDocumented(
      String method, String tail, String body, int status, String answer) throws Exception {
    HttpResponse<String> got =
        send(method, "/api/conversations" + tail.replace("ID", id), body == null ? "" : body);

    assertThat(got.body()).isEqualTo(answer.replace("ID", id));
    assertThat(got.statusCode()).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "POST | /api/settings | {\"language\":\"de\"} | 200 | {\"message\":\"Settings stored\"}",
        "POST | /api/reset-settings | | 410 | {\"error\":\"Reset settings functionality has been"
            + " removed.\"}",
        "POST | /api/add-git-providers | {\"provider_tokens\":{\"github\":{\"token\":\"fake\"}}} | 200"
            + " | {\"message\":\"Git providers stored\"}",
        "POST | /api/unset-provider-tokens | | 200 | {\"message\":\"Unset Git provider tokens\"}",
        "GET  | /api/secrets | | 200 | {\"custom_secrets\":[]}",
        "POST | /api/secrets | {\"name\":\"N\",\"value\":\"fake\"} | 201 | {\"message\":\"Secret created"
            + " successfully\"}",
        "PUT  | /api/secrets/N | {\"name\":\"M\"} | 404 | {\"error\":\"Secret with ID N not"
            + " found\"}",
        "DELETE | /api/secrets/N | | 404 | {\"error\":\"Secret with ID N not found\"}",
        "GET  | /api/options/security-analyzers | | 200 | [\"grayswan\",\"invariant\",\"llm\"]",
        "GET  | /api/user/repositories?selected_provider=github | | 500 | Internal Server Error",
        "GET  | /api/user/repository/branches?repository=octo/none | | 200 | {\"branches\":[],"
            + "\"has_next_page\":false,\"current_page\":1,\"per_page\":30,\"total_count\":0}",
        "GET  | /api/user/repository/octo/none/microagents | | 200 | []",
        "GET  | /api/user/repository/octo/app/microagents/content?file_path=a.md | | 401 |"
            + " \"Microagent file a.md not found in octo/app\"",
        "GET  | /api/user/installations?provider=github | | 200 | [\"1001\",\"1002\"]",
        "GET  | /api/user/installations?provider=gitlab | | 400 | \"Provider ProviderType.GITLAB doesn't support"
            + " installations\"",
        "GET  | /api/user/repository/octo/app/microagents | | 200 |"
            + " [{\"name\":\"repo\",\"path\":\".openhands/microagents/repo.md\","
            + "\"created_at\":\"2025-10-01T08:00:00\"}]",
        "GET  | /api/microagent-management/conversations?selected_repository=a/b | | 200 |"
            + " {\"results\":[],\"next_page_id\":null}",
        "GET  | /api/microagent-management/conversations?selected_repository=a/b&page_id=MjA= | | 200"
            + " | {\"results\":[],\"next_page_id\":null}",
        "GET  | /api/microagent-management/conversations?selected_repository=a/b&page_id=bad | | 500"
            + " | Internal Server Error",
        "GET  | /alive | | 200 | {\"status\":\"ok\"}",
        "GET  | /health | | 200 | \"OK\""
      })
  void accountAnswersAsDocumented(
      String method, String target, String body, int status, String answer) throws Exception {
    HttpResponse<String> got = send(method, target, body == null ? "" : body);

    assertThat(got.body()).isEqualTo(answer);
    assertThat(got.statusCode()).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({
    "-1, -1",
    "0, 5",
    "5, -1",
    "-9223372036854775808, 9223372036854775807",
    "9223372036854775807, 9223372036854775807",
    "2147483647, 2147483647",
    "65537, 65537"
  })
  void pagesThatCannotBeAreAnswered(long page, long perPage) throws Exception {
    String cut = "page=" + page + "&per_page=" + perPage;
    List<String> targets =
        List.of(
            "repository/branches?repository=octo/app&" + cut,
            "repositories?selected_provider=github&" + cut,
            "search/repositories?query=octo&" + cut,
            "search/branches?repository=octo/app&query=m&" + cut);
    for (String target : targets) {
      int asDocumented = target.startsWith("repositories") && page == 0 ? 500 : 200;

      assertThat(send("GET", "/api/user/" + target, "").statusCode())
          .as(target)
          .isEqualTo(asDocumented);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "GET  | /api/conversations/ID/events?start_id=abc | |"
            + " {\"type\":\"int_parsing\",\"loc\":[\"query\",\"start_id\"],\"msg\":\"Input should be a"
            + " valid integer, unable to parse string as an integer\",\"input\":\"abc\"}",
        "GET  | /api/conversations/ID/events?reverse=maybe | |"
            + " {\"type\":\"bool_parsing\",\"loc\":[\"query\",\"reverse\"],\"msg\":\"Input should be a"
            + " valid boolean, unable to interpret input\",\"input\":\"maybe\"}",
        "GET  | /api/conversations/ID/select-file | |"
            + " {\"type\":\"missing\",\"loc\":[\"query\",\"file\"],\"msg\":\"Field"
            + " required\",\"input\":null}",
        "POST | /api/conversations/ID/upload-files | |"
            + " {\"type\":\"missing\",\"loc\":[\"body\",\"files\"],\"msg\":\"Field"
            + " required\",\"input\":null}",
        "POST | /api/secrets | {\"name\":\"N\"} |"
            + " {\"type\":\"missing\",\"loc\":[\"body\",\"value\"],\"msg\":\"Field"
            + " required\",\"input\":{\"name\":\"N\"}}",
        "POST | /api/settings | {\"max_iterations\":1.5} |"
            + " {\"type\":\"int_from_float\",\"loc\":[\"body\",\"max_iterations\"],\"msg\":\"Input should"
            + " be a valid integer, got a number with a fractional part\",\"input\":1.5}",
        "POST | /api/add-git-providers | {\"provider_tokens\":5} |"
            + " {\"type\":\"dict_type\",\"loc\":[\"body\",\"provider_tokens\"],\"msg\":\"Input should be"
            + " a valid dictionary\",\"input\":5}",
        "GET  | /api/conversations/ID/events | [] |"
            + " {\"type\":\"dataclass_type\",\"loc\":[\"body\"],\"msg\":\"Input should be a dictionary or"
            + " an instance of EventFilter\",\"input\":[],\"ctx\":{\"class_name\":\"EventFilter\"}}",
        "POST | /api/settings | {\"condenser_max_size\":19} |"
            + " {\"type\":\"value_error\",\"loc\":[\"body\",\"condenser_max_size\"],\"msg\":\"Value error,"
            + " condenser_max_size must be at least 20\",\"input\":19,\"ctx\":{\"error\":{}}}",
        "POST | /api/settings | {\"max_iterations\":1e999} |"
            + " {\"type\":\"finite_number\",\"loc\":[\"body\",\"max_iterations\"],\"msg\":\"Input should"
            + " be a finite number\",\"input\":null}",
        "POST | /api/settings | {\"max_budget_per_task\":1e999} |"
            + " {\"type\":\"finite_number\",\"loc\":[\"body\",\"max_budget_per_task\"],\"msg\":\"Input"
            + " should be a finite number\",\"input\":null}",
        "POST | /api/settings | {\"max_budget_per_task\":\"1e999\"} |"
            + " {\"type\":\"finite_number\",\"loc\":[\"body\",\"max_budget_per_task\"],\"msg\":\"Input"
            + " should be a finite number\",\"input\":null}"
      })
  void validationAnswersWithAList(String method, String target, String body, String problem)
      throws Exception {
    HttpResponse<String> got = send(method, target.replace("ID", id), body == null ? "" : body);

    assertThat(got.body()).isEqualTo("{\"detail\":[" + problem + "]}");
    assertThat(got.statusCode()).isEqualTo(422);
  }

  @Test
  void eventsOfAFirstRunComeInTheOrderOfARealServer() throws Exception {
    server.work(id, V0Run.finishes("Done"));

    List<String> events = new ArrayList<>();
    json(send("GET", "/api/conversations/" + id + "/events", ""))
        .path("events")
        .forEach(
            event -> {
              String state =
                  event.path("extras").path("agent_state").asText("")
                      + event.path("args").path("agent_state").asText("");
              events.add(
                  (event.path("action").asText("")
                          + event.path("observation").asText("")
                          + " "
                          + state
                          + " "
                          + event.path("source").asText())
                      .replace("  ", " "));
            });

    assertThat(events)
        .containsExactly(
            "agent_state_changed loading environment",
            "system agent",
            "message user",
            "change_agent_state running environment",
            "recall user",
            "agent_state_changed running environment",
            "recall environment",
            "run agent",
            "run agent",
            "finish agent",
            "agent_state_changed finished environment");
  }

  @Test
  void commonKeysOfAnEventComeFirstAndInOrder() throws Exception {
    server.runCommands(id, 1);

    JsonNode done =
        json(send("GET", "/api/conversations/" + id + "/events?reverse=true&limit=1", ""))
            .path("events")
            .path(0);

    assertThat(keys(done))
        .containsExactly(
            "id",
            "timestamp",
            "source",
            "message",
            "cause",
            "observation",
            "tool_call_metadata",
            "content",
            "extras",
            "success");
    assertThat(done.path("timestamp").asText()).doesNotContain("Z");
  }

  @Test
  void bodyOfTheReadIsItsFilter() throws Exception {
    JsonNode page =
        json(
            send(
                "GET",
                "/api/conversations/" + id + "/events",
                "{\"source\":\"user\",\"query\":\"FIX IT\"}"));

    assertThat(page.path("events")).hasSize(2);
    assertThat(page.path("events").findValuesAsText("source")).containsOnly("user");
  }

  @Test
  void trajectoryLeavesOutWhatIsHiddenAndWhatBrowsersShow() throws Exception {
    server.addEvent(
        id,
        "environment",
        EventJson.action("run", "", Json.object().put("command", "x").put("hidden", true)));
    server.addEvent(
        id,
        "agent",
        EventJson.observation(
            "browse",
            "",
            "",
            Json.object().put("url", "u").put("screenshot", "AA").put("set_of_marks", "")));

    JsonNode trajectory =
        json(send("GET", "/api/conversations/" + id + "/trajectory", "")).path("trajectory");

    JsonNode last = trajectory.path(trajectory.size() - 1);
    assertThat(keys(last.path("extras"))).containsExactly("url");
    assertThat(last.path("id").asInt()).isEqualTo(trajectory.size());
  }

  @Test
  void settingsHaveTheKeysOfTheReleaseInItsOrderAndNoKeysOfModels() throws Exception {
    JsonNode settings = json(send("GET", "/api/settings", ""));

    assertThat(keys(settings))
        .startsWith("language", "agent", "max_iterations")
        .endsWith("provider_tokens_set", "llm_api_key_set", "search_api_key_set")
        .hasSize(29);
    assertThat(settings.path("llm_api_key").isNull()).isTrue();
    assertThat(settings.path("llm_api_key_set").asBoolean()).isTrue();
    assertThat(settings.path("secrets_store").toString()).isEqualTo("{\"provider_tokens\":{}}");
  }

  @Test
  void settingsAreReadLeniently() throws Exception {
    send("POST", "/api/settings", "{\"max_iterations\":\"5\",\"confirmation_mode\":\"yes\"}");
    JsonNode lenient = json(send("GET", "/api/settings", ""));
    assertThat(lenient.path("max_iterations").toString()).isEqualTo("5");
    assertThat(lenient.path("confirmation_mode").toString()).isEqualTo("true");

    send("POST", "/api/settings", "{\"max_budget_per_task\":2,\"nonsense\":1,\"mcp_config\":{}}");

    JsonNode settings = json(send("GET", "/api/settings", ""));

    assertThat(settings.path("max_iterations").isNull()).isTrue();
    assertThat(settings.path("max_budget_per_task").toString()).isEqualTo("2.0");
    assertThat(settings.path("mcp_config").toString())
        .isEqualTo("{\"sse_servers\":[],\"stdio_servers\":[],\"shttp_servers\":[]}");
    assertThat(settings.has("nonsense")).isFalse();
  }

  @Test
  void withoutARecordOfSecretsUnknownNamesAreDeletedWithSuccess() throws Exception {
    server.account(V0Account.WITHOUT_GIT_TOKENS);
    assertThat(send("DELETE", "/api/secrets/N", "").statusCode()).isEqualTo(200);
    assertThat(send("PUT", "/api/secrets/N", "{\"name\":\"M\"}").statusCode()).isEqualTo(200);

    send("POST", "/api/add-git-providers", "{\"provider_tokens\":{}}");
    assertThat(send("DELETE", "/api/secrets/N", "").statusCode()).isEqualTo(404);
  }

  @Test
  void secretCannotTakeTheNameOfAnother() throws Exception {
    send("POST", "/api/secrets", "{\"name\":\"A\",\"value\":\"fake\"}");
    send("POST", "/api/secrets", "{\"name\":\"B\",\"value\":\"fake\"}");

    assertThat(send("PUT", "/api/secrets/A", "{\"name\":\"B\"}").body())
        .isEqualTo("{\"message\":\"Secret B already exists\"}");
    assertThat(send("GET", "/api/secrets", "").body())
        .isEqualTo(
            "{\"custom_secrets\":[{\"name\":\"A\",\"description\":\"\"},"
                + "{\"name\":\"B\",\"description\":\"\"}]}");
  }

  @Test
  void providerNamedWithoutATokenKeepsTheOneItHad() throws Exception {
    send("POST", "/api/add-git-providers", "{\"provider_tokens\":{\"github\":{},\"gitlab\":{}}}");

    assertThat(json(send("GET", "/api/settings", "")).path("provider_tokens_set").toString())
        .isEqualTo("{\"github\":null}");
  }

  @Test
  void firstMessageOfAConversationRecallsTheWorkspaceAndLaterOnesDoNot() throws Exception {
    String empty = json(send("POST", "/api/conversations", "{}")).path("conversation_id").asText();
    server.finishStarts();
    String at = "/api/conversations/" + empty;
    send("POST", at + "/message", "{\"message\":\"one\"}");
    send("POST", at + "/message", "{\"message\":\"two\"}");

    assertThat(json(send("GET", at + "/events", "")).path("events").findValuesAsText("recall_type"))
        .containsExactly("workspace_context", "workspace_context", "knowledge");
  }

  @Test
  void stoppedConversationTakesFilesAndLosesThem() throws Exception {
    String at = "/api/conversations/" + id;
    send("POST", at + "/stop", "");
    String form =
        String.join(
            "\r\n",
            "--b",
            "Content-Disposition: form-data; name=\"files\"; filename=\"lost.txt\"",
            "",
            "x",
            "--b--",
            "");

    HttpResponse<String> got =
        send("POST", at + "/upload-files", form, "Content-Type", "multipart/form-data; boundary=b");

    assertThat(got.statusCode()).isEqualTo(200);
    assertThat(server.readFile(id, "lost.txt")).isEmpty();
    assertThat(send("GET", at + "/zip-directory", "").body())
        .isEqualTo("{\"detail\":\"Failed to zip workspace\"}");
    assertThat(send("GET", at + "/select-file?file=src/a.py", "").body())
        .endsWith("Runtime not initialized\"}");
  }

  @Test
  void stoppedConversationHasNoRuntime() throws Exception {
    String at = "/api/conversations/" + id;
    send("POST", at + "/stop", "");

    assertThat(send("GET", at + "/list-files", "").body()).isEqualTo("Internal Server Error");
    assertThat(send("GET", at + "/vscode-url", "").body())
        .startsWith("{\"vscode_url\":null,\"error\":\"Error getting VSCode URL: ");
    assertThat(send("GET", at + "/config", "").statusCode()).isEqualTo(200);
    assertThat(send("GET", at + "/events", "").statusCode()).isEqualTo(200);
    assertThat(send("GET", at + "/trajectory", "").statusCode()).isEqualTo(200);
  }

  @Test
  void formIsReadAsTextSoThatBinaryFilesAreDamaged() throws Exception {
    String form =
        String.join(
            "\r\n",
            "--b",
            "Content-Disposition: form-data; name=\"files\"; filename=\"a.txt\"",
            "Content-Type: text/plain",
            "",
            "Line",
            "",
            "line",
            "--b",
            "Content-Disposition: form-data; name=\"other\"",
            "",
            "x",
            "--b--",
            "");

    HttpResponse<String> got =
        send(
            "POST",
            "/api/conversations/" + id + "/upload-files",
            form,
            "Content-Type",
            "multipart/form-data; boundary=b");

    assertThat(got.body())
        .isEqualTo("{\"uploaded_files\":[\"/workspace/project/a.txt\"],\"skipped_files\":[]}");
    assertThat(server.readFile(id, "a.txt"))
        .hasValueSatisfying(
            bytes -> assertThat(new String(bytes, UTF_8)).isEqualTo("Line\r\n\r\nline"));
  }

  @Test
  void signsOfLifeNeedNoKeyAndOffersOnTheCloudAnyKey() throws Exception {
    server.close();
    server = V0Server.start(V0Access.cloud("sk-test"));

    assertThat(send("GET", "/health", "").statusCode()).isEqualTo(200);
    assertThat(send("GET", "/api/options/models", "").statusCode()).isEqualTo(401);
    assertThat(send("GET", "/api/options/models", "", "Authorization", "Bearer wrong").statusCode())
        .isEqualTo(200);
    assertThat(send("GET", "/api/settings", "", "Authorization", "Bearer wrong").statusCode())
        .isEqualTo(401);
  }
}
