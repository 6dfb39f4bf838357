package io.github.openhands4j.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The sandbox routes. */
class SandboxTest {

  private static final String PATH = "/api/v1/sandboxes";

  private final OpenHandsSimulator server = OpenHandsSimulator.start();
  private final Caller caller = new Caller(server);
  private final String id = UUID.randomUUID().toString();
  private final String sandbox = id.replace("-", "");

  @BeforeEach
  void start() throws IOException {
    caller.ready(id);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void runningSandboxShowsItsKeyAndUrls() throws IOException {
    JsonNode answer = caller.get(PATH + "?id=" + sandbox + "&id=nosuch").json();

    assertThat(answer.get(1).isNull()).isTrue();
    JsonNode shown = answer.get(0);
    assertThat(shown.get("status").asText()).isEqualTo("RUNNING");
    assertThat(shown.get("session_api_key").asText()).startsWith("fake-session-key-");
    assertThat(shown.at("/exposed_urls/0/name").asText()).isEqualTo("AGENT_SERVER");
    assertThat(shown.at("/exposed_urls/0/url").asText())
        .isEqualTo(server.agentServer().baseUrl().toString());
    assertThat(shown.at("/exposed_urls")).hasSize(4);
  }

  @Test
  void pausedSandboxShowsNeitherAndResumesWithANewKey() throws IOException {
    String key = caller.sandbox(sandbox).get("session_api_key").asText();

    assertThat(caller.post(PATH + "/" + sandbox + "/pause", "").text())
        .isEqualTo("{\"success\":true}");
    JsonNode paused = caller.sandbox(sandbox);
    assertThat(paused.get("status").asText()).isEqualTo("PAUSED");
    assertThat(paused.get("session_api_key").isNull()).isTrue();
    assertThat(paused.get("exposed_urls").isNull()).isTrue();

    assertThat(caller.post(PATH + "/" + sandbox + "/resume", "").text())
        .isEqualTo("{\"success\":true}");
    assertThat(caller.sandbox(sandbox).get("status").asText()).isEqualTo("STARTING");
    JsonNode resumed = caller.sandbox(sandbox);
    assertThat(resumed.get("status").asText()).isEqualTo("RUNNING");
    assertThat(resumed.get("session_api_key").asText()).isNotEqualTo(key);
  }

  @Test
  void pauseAndResumeCanTakeEffectLater() throws IOException {
    try (OpenHandsSimulator slow = OpenHandsSimulator.builder().pauseAndResumeLinger(2).start()) {
      Caller other = new Caller(slow);
      other.ready(id);
      other.post(PATH + "/" + sandbox + "/pause", "");

      assertThat(statuses(other, 3)).containsExactly("RUNNING", "RUNNING", "PAUSED");
      other.post(PATH + "/" + sandbox + "/resume", "");

      assertThat(statuses(other, 4)).containsExactly("PAUSED", "PAUSED", "STARTING", "RUNNING");
    }
  }

  @Test
  void sandboxCanOutliveItsLastConversation() throws IOException {
    try (OpenHandsSimulator slow =
        OpenHandsSimulator.builder().sandboxOutlivesConversation(2).start()) {
      Caller other = new Caller(slow);
      other.ready(id);
      other.send("DELETE", Caller.STARTS + "/" + id, "");

      assertThat(other.conversation(id).isNull()).isTrue();
      assertThat(statuses(other, 2)).containsExactly("RUNNING", "RUNNING");
      assertThat(other.sandbox(sandbox).isNull()).isTrue();
    }
  }

  private List<String> statuses(Caller caller, int reads) throws IOException {
    List<String> shown = new ArrayList<>();
    for (int i = 0; i < reads; i++) {
      shown.add(caller.sandbox(sandbox).get("status").asText());
    }
    return shown;
  }

  @Test
  void unknownOrLostSandboxCannotBePausedOrResumed() throws IOException {
    assertThat(caller.post(PATH + "/nosuch/pause", "").text())
        .isEqualTo("{\"detail\":\"Not Found\"}");
    assertThat(caller.post(PATH + "/nosuch/resume", "").status()).isEqualTo(404);
    server.sandbox(sandbox).lose();
    assertThat(caller.post(PATH + "/" + sandbox + "/resume", "").status()).isEqualTo(404);
  }

  @Test
  void lossForSomeReadsEndsByItself() throws IOException {
    server.sandbox(sandbox).loseFor(2);

    assertThat(caller.sandbox(sandbox).get("status").asText()).isEqualTo("MISSING");
    assertThat(caller.sandbox(sandbox).get("status").asText()).isEqualTo("MISSING");
    assertThat(caller.sandbox(sandbox).get("status").asText()).isEqualTo("RUNNING");
  }

  @Test
  void searchListsLostOnesToo() throws IOException {
    server.sandbox(sandbox).lose();

    assertThat(caller.get(PATH + "/search").json().at("/items/0/status").asText())
        .isEqualTo("MISSING");
  }

  @Test
  void deleteWantsTheIdInTheQuery() throws IOException {
    assertThat(caller.send("DELETE", PATH + "/" + sandbox, "").status()).isEqualTo(422);
    assertThat(caller.send("DELETE", PATH + "/x?sandbox_id=nosuch", "").status()).isEqualTo(404);
    assertThat(caller.send("DELETE", PATH + "/x?sandbox_id=" + sandbox, "").text())
        .isEqualTo("{\"success\":true}");
    assertThat(caller.conversation(id).get("sandbox_status").asText()).isEqualTo("MISSING");
  }
}
