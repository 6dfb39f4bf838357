package io.github.openhands4j.router;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openhands4j.simulator.Disturbance;
import java.time.Duration;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** V0 requests as bytes, carried out on a V1 server. */
class RouterOnV1Test {

  private final V1Door door = new V1Door();

  @AfterEach
  void close() {
    door.close();
  }

  @Test
  void createIsAnsweredWithTheIdOfTheConversation() {
    String answer = door.send("POST", "", "{\"initial_user_msg\":\"Go\"}");
    String id = V1Door.idIn(answer);

    assertThat(answer)
        .isEqualTo(
            "200 {\"status\":\"ok\",\"conversation_id\":\""
                + id
                + "\",\"message\":null,\"conversation_status\":\"STARTING\"}");
    assertThat(door.send("GET", "/" + id, "")).contains("\"status\":\"STARTING\"");
    assertThat(door.startsSeen()).isEqualTo(1);
  }

  @Test
  void refusedCreateStartsNothing() {
    assertThat(door.send("POST", "", "{\"initial_message\":\"Go\"}")).startsWith("422 ");
    assertThat(door.send("POST", "", "{\"mcp_config\":{\"sse_servers\":[\"https://m.invalid\"]}}"))
        .startsWith("501 {\"status\":\"error\",\"message\":\"mcp_config is not supported");

    assertThat(door.server().journal().requests()).isEmpty();
  }

  @Test
  void conversationIsReadListedRenamedAndDeleted() {
    String id = door.running();

    assertThat(door.send("GET", "/" + id, ""))
        .startsWith("200 {\"conversation_id\":\"" + id + "\",\"title\":")
        .contains("\"status\":\"RUNNING\",\"runtime_status\":\"STATUS$READY\"")
        .contains("\"url\":\"/api/conversations/" + id + "\",\"session_api_key\":null,");
    assertThat(door.send("GET", "?limit=5", ""))
        .startsWith("200 {\"results\":[{\"conversation_id\":\"" + id + "\"")
        .endsWith("],\"next_page_id\":null}");
    assertThat(door.send("GET", "?page_id=MjA%3D", ""))
        .isEqualTo("400 {\"detail\":\"Invalid page_id\"}");
    assertThat(door.send("PATCH", "/" + id, "{\"title\":\"Größe\"}")).isEqualTo("200 true");
    assertThat(door.send("GET", "/" + id, "")).contains("\"title\":\"Größe\"");
    assertThat(door.send("DELETE", "/" + id, "")).isEqualTo("200 true");
    assertThat(door.send("DELETE", "/" + id, "")).isEqualTo("200 false");
    assertThat(door.send("GET", "/" + id, "")).isEqualTo("200 null");
  }

  @Test
  void conversationIsStoppedStartedAndTalkedTo() {
    String id = door.running();

    assertThat(door.send("POST", "/" + id + "/stop", ""))
        .isEqualTo(
            "200 {\"status\":\"ok\",\"conversation_id\":\""
                + id
                + "\",\"message\":\"Conversation stopped successfully\","
                + "\"conversation_status\":\"RUNNING\"}");
    assertThat(door.send("POST", "/" + id + "/start", "{}"))
        .startsWith("200 {\"status\":\"ok\",\"conversation_id\":\"" + id + "\",\"message\":null,");
    assertThat(door.send("POST", "/abc/start", "{}"))
        .isEqualTo("404 {\"status\":\"error\",\"conversation_id\":\"abc\"}");
    assertThat(door.send("POST", "/abc/message", "{\"message\":\"x\"}"))
        .isEqualTo("404 {\"detail\":\"Conversation abc not found\"}");
  }

  @Test
  void messageArrives() {
    String id = door.running();

    assertThat(door.send("POST", "/" + id + "/message", "{\"message\":\"Go on\"}"))
        .isEqualTo("200 {\"success\":true}");
    assertThat(door.server().journal().count("POST", ".*/send-message")).isEqualTo(1);
  }

  @Test
  void startIsNotResentWhenTheAnswerIsLost() {
    door.server().disturbNextStart(Disturbance.taken().dropConnection());

    assertThat(door.send("POST", "", "{}")).startsWith("200 {\"status\":\"ok\"");
    assertThat(door.startsSeen()).isEqualTo(1);
  }

  @Test
  void createThatIsInterruptedIsAnswered409WithItsId() throws Exception {
    door.server().disturbNextStart(Disturbance.taken().delay(Duration.ofSeconds(5)));
    FutureTask<String> create = new FutureTask<>(() -> door.send("POST", "", "{}"));
    Thread caller = new Thread(create, "caller");
    caller.setDaemon(true);
    caller.start();
    assertThat(
            door.server()
                .journal()
                .await("POST", "/api/v1/app-conversations", 1, Duration.ofSeconds(10)))
        .isTrue();

    caller.interrupt();

    String answer = create.get(5, TimeUnit.SECONDS);
    assertThat(answer)
        .startsWith("409 {\"status\":\"error\",")
        .contains("\"msg_id\":\"COMPAT$START_OUTCOME_UNKNOWN\"");
    assertThat(V1Door.idIn(answer)).isNotEmpty();
    assertThat(door.startsSeen()).isEqualTo(1);
  }

  @Test
  void wrongKeyIsRefusedByTheServerAndDoesNotReachAnotherKeysConversations() {
    String id = door.running();

    assertThat(door.sendAs("sk-test-another", "GET", "/" + id, "")).startsWith("401 ");
  }
}
