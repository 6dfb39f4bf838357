package io.github.openhands4j.simulator;

import static io.github.openhands4j.simulator.Caller.STARTS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a start answers and how its task goes on. */
class StartTest {

  private static final String ID = "1f2e3d4c-0b1a-4c5d-8e9f-a0b1c2d3e4f5";
  private static final String HEX = "1f2e3d4c0b1a4c5d8e9fa0b1c2d3e4f5";

  @Test
  void answerHasEveryKeyInTheServersOrder() throws IOException {
    Clock clock = Clock.fixed(Instant.parse("2026-11-24T03:10:06.657305Z"), ZoneOffset.UTC);
    try (OpenHandsSimulator server = OpenHandsSimulator.builder().clock(clock).start()) {
      Caller.Answer answer = new Caller(server).post(STARTS, Caller.request(ID.replace("-", "")));

      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.header("content-type")).hasValue("application/json");
      assertThat(answer.text().replaceFirst("[0-9a-f]{32}", "T"))
          .isEqualTo(
              "{\"id\":\"T\",\"created_by_user_id\":null,\"status\":\"WORKING\",\"detail\":null,"
                  + "\"app_conversation_id\":null,\"sandbox_id\":null,\"agent_server_url\":null,"
                  + "\"request\":{\"sandbox_id\":null,\"conversation_id\":\""
                  + ID
                  + "\",\"initial_message\":{\"role\":\"user\",\"content\":[{\"cache_prompt\":false,"
                  + "\"type\":\"text\",\"text\":\"hello\"}],\"run\":false},"
                  + "\"system_message_suffix\":null,\"processors\":null,\"llm_model\":null,"
                  + "\"agent_profile_id\":null,\"selected_repository\":null,"
                  + "\"selected_branch\":null,\"git_provider\":null,\"suggested_task\":null,"
                  + "\"title\":null,\"trigger\":null,\"pr_number\":[],"
                  + "\"parent_conversation_id\":null,\"agent_type\":\"default\",\"public\":null,"
                  + "\"plugins\":null,\"secrets\":null},"
                  + "\"created_at\":\"2026-11-24T03:10:06.657305Z\","
                  + "\"updated_at\":\"2026-11-24T03:10:06.657305Z\"}");
    }
  }

  @Test
  void taskGoesThroughAllStatusesInOrderAndLearnsItsIdsOnTheWay() throws IOException {
    try (OpenHandsSimulator server =
        OpenHandsSimulator.builder().startPace(Pace.perRead(1)).start()) {
      Caller caller = new Caller(server);
      String task = caller.start(ID).get("id").asText();

      List<String> seen = new ArrayList<>();
      for (int i = 0; i < 9; i++) {
        JsonNode read = caller.task(task);
        String status = read.get("status").asText();
        seen.add(status);
        assertThat(read.get("sandbox_id").isNull()).isEqualTo(status.equals("WORKING"));
        assertThat(read.get("agent_server_url").isNull())
            .isEqualTo(!List.of("STARTING_CONVERSATION", "READY").contains(status));
        assertThat(read.get("app_conversation_id").isNull()).isEqualTo(!status.equals("READY"));
      }

      assertThat(seen)
          .containsExactly(
              "WORKING",
              "WAITING_FOR_SANDBOX",
              "PREPARING_REPOSITORY",
              "RUNNING_SETUP_SCRIPT",
              "SETTING_UP_GIT_HOOKS",
              "SETTING_UP_SKILLS",
              "STARTING_CONVERSATION",
              "READY",
              "READY");
      assertThat(caller.task(task).get("app_conversation_id").asText()).isEqualTo(HEX);
      assertThat(caller.task(task).get("sandbox_id").asText()).isEqualTo(HEX);
    }
  }

  @Test
  void conversationAppearsTogetherWithReadyAndNotBefore() throws IOException {
    try (OpenHandsSimulator server =
        OpenHandsSimulator.builder().startPace(Pace.manual()).start()) {
      Caller caller = new Caller(server);
      String task = caller.start(ID).get("id").asText();
      server.advance(6);
      assertThat(caller.task(task).get("status").asText()).isEqualTo("STARTING_CONVERSATION");
      assertThat(caller.conversation(ID).isNull()).isTrue();

      server.advance();

      assertThat(caller.task(task).get("status").asText()).isEqualTo("READY");
      assertThat(caller.conversation(ID).get("title").asText()).isEqualTo("Conversation 1f2e3");
    }
  }

  @Test
  void readsOfTheConversationMoveAStartUnderWay() throws IOException {
    try (OpenHandsSimulator server = OpenHandsSimulator.start()) {
      Caller caller = new Caller(server);
      caller.start(ID);

      assertThat(caller.conversation(ID).isNull()).isTrue();
      assertThat(caller.conversation(ID).isNull()).isTrue();
      assertThat(caller.conversation(ID).get("id").asText()).isEqualTo(HEX);
    }
  }

  @Test
  void withoutClientIdTheEchoNeverShowsOne() throws IOException {
    try (OpenHandsSimulator server = OpenHandsSimulator.start()) {
      Caller caller = new Caller(server);
      String task = caller.post(STARTS, "{}").json().get("id").asText();
      caller.task(task);
      caller.task(task);

      JsonNode ready = caller.task(task);

      assertThat(ready.get("status").asText()).isEqualTo("READY");
      assertThat(ready.get("request").get("conversation_id").isNull()).isTrue();
      assertThat(ready.get("app_conversation_id").asText()).matches("[0-9a-f]{32}");
      assertThat(ready.get("sandbox_id").asText())
          .isNotEqualTo(ready.get("app_conversation_id").asText());
    }
  }

  @Test
  void timesReadByGetHaveNoZoneUnlessTold() throws IOException {
    try (OpenHandsSimulator plain = OpenHandsSimulator.start();
        OpenHandsSimulator zoned =
            OpenHandsSimulator.builder().startTaskTimesWithZone(true).start()) {
      Caller first = new Caller(plain);
      JsonNode posted = first.start(ID);
      assertThat(posted.get("created_at").asText()).endsWith("Z");
      assertThat(first.task(posted.get("id").asText()).get("created_at").asText() + "Z")
          .isEqualTo(posted.get("created_at").asText());

      Caller second = new Caller(zoned);
      JsonNode other = second.start(ID);
      assertThat(second.task(other.get("id").asText()).get("created_at"))
          .isEqualTo(other.get("created_at"));
    }
  }

  @Test
  void secretsAreMaskedAndKeptNowhere() throws IOException {
    try (OpenHandsSimulator server = OpenHandsSimulator.start()) {
      Caller.Answer answer =
          new Caller(server)
              .post(
                  STARTS,
                  "{\"secrets\":{\"GOOD\":\"fake-secret\"},"
                      + "\"plugins\":[{\"source\":\"https://u:fake-secret@example.invalid/p\"}]}");

      assertThat(answer.text()).doesNotContain("fake-secret");
      JsonNode request = answer.json().get("request");
      assertThat(request.get("secrets").get("GOOD").asText()).isEqualTo("**********");
      assertThat(request.get("plugins").get(0).get("source").asText())
          .isEqualTo("https://****@example.invalid/p");
    }
  }

  @Test
  void reservedSecretNameEndsTheStartInError() throws IOException {
    try (OpenHandsSimulator server =
        OpenHandsSimulator.builder().startPace(Pace.manual()).start()) {
      String task =
          new Caller(server)
              .post(STARTS, "{\"secrets\":{\"LLM_X\":\"fake\"}}")
              .json()
              .get("id")
              .asText();
      server.advance(8);

      assertThat(server.startTask(task).status()).isEqualTo(StartStatus.ERROR);
      assertThat(server.startTask(task).detail())
          .hasValue(
              "Secret name 'LLM_X' starts with reserved prefix 'LLM_' and cannot be used. "
                  + "These variables are used for LLM configuration controls.");
    }
  }

  @Test
  void unknownSandboxEndsTheStartInError() throws IOException {
    try (OpenHandsSimulator server = OpenHandsSimulator.start()) {
      Caller caller = new Caller(server);
      String task = caller.post(STARTS, "{\"sandbox_id\":\"nosuch\"}").json().get("id").asText();
      caller.task(task);

      JsonNode failed = caller.task(task);

      assertThat(failed.get("status").asText()).isEqualTo("ERROR");
      assertThat(failed.get("detail").asText()).isEqualTo("500: Sandbox not found: nosuch");
    }
  }

  @Test
  void unknownParentIsAPlainTextCrashAndNoTask() throws IOException {
    try (OpenHandsSimulator server = OpenHandsSimulator.start()) {
      Caller.Answer answer =
          new Caller(server)
              .post(STARTS, "{\"parent_conversation_id\":\"" + UUID.randomUUID() + "\"}");

      assertThat(answer.status()).isEqualTo(500);
      assertThat(answer.header("content-type").orElseThrow()).startsWith("text/plain");
      assertThat(answer.text()).isEqualTo("Internal Server Error");
      assertThat(server.startTasks()).isEmpty();
    }
  }

  @Test
  void suggestedTaskWithMessageIsACrashAndAloneForcesTheTrigger() throws IOException {
    String task =
        "\"suggested_task\":{\"git_provider\":\"github\",\"task_type\":\"OPEN_ISSUE\","
            + "\"repo\":\"me/repo\",\"issue_number\":7,\"title\":\"Fix it\"}";
    try (OpenHandsSimulator server = OpenHandsSimulator.start()) {
      Caller caller = new Caller(server);

      assertThat(caller.post(STARTS, "{\"initial_message\":{}," + task + "}").status())
          .isEqualTo(500);
      JsonNode echo = caller.post(STARTS, "{" + task + "}").json().get("request");

      assertThat(echo.get("trigger").asText()).isEqualTo("suggested_task");
      assertThat(echo.get("initial_message").get("content").get(0).get("text").asText())
          .contains("Fix it");
      assertThat(server.startTasks()).hasSize(1);
    }
  }

  @Test
  void childInheritsSandboxAndRepositoryOfItsParent() throws IOException {
    try (OpenHandsSimulator server = OpenHandsSimulator.start()) {
      Caller caller = new Caller(server);
      String parent = UUID.randomUUID().toString();
      caller.post(
          STARTS, "{\"conversation_id\":\"" + parent + "\",\"selected_repository\":\"me/repo\"}");
      server.advance(8);

      JsonNode echo =
          caller
              .post(STARTS, "{\"parent_conversation_id\":\"" + parent + "\"}")
              .json()
              .get("request");

      String hex = parent.replace("-", "");
      assertThat(echo.get("parent_conversation_id").asText()).isEqualTo(hex);
      assertThat(echo.get("sandbox_id").asText()).isEqualTo(hex);
      assertThat(echo.get("selected_repository").asText()).isEqualTo("me/repo");
    }
  }

  @Test
  void scriptedErrorsAndHangsStayWhatTheyAre() throws IOException {
    try (OpenHandsSimulator server =
        OpenHandsSimulator.builder().startPace(Pace.manual()).start()) {
      server.nextStart(Outcome.missingGitCredentials());
      server.nextStart(Outcome.startError(StartStatus.WAITING_FOR_SANDBOX, ""));
      server.nextStart(Outcome.neverReady());
      server.nextStart(Outcome.finished().errorAfterReady("late"));
      Caller caller = new Caller(server);
      for (int i = 0; i < 4; i++) {
        caller.start(UUID.randomUUID().toString());
      }

      server.advance(20);

      List<SimulatedStartTask> tasks = server.startTasks();
      assertThat(tasks.get(0).detail())
          .hasValue("Git provider authentication issue when getting remote URL");
      assertThat(tasks.get(1).detail()).hasValue("");
      assertThat(tasks.get(2).status()).isEqualTo(StartStatus.WAITING_FOR_SANDBOX);
      assertThat(tasks.get(3).status()).isEqualTo(StartStatus.ERROR);
      assertThat(tasks.get(3).conversationId()).isPresent();
      assertThat(server.conversations()).hasSize(1);
    }
  }

  @Test
  void testsCanFailHangAdvanceAndRemoveATask() throws IOException {
    try (OpenHandsSimulator server =
        OpenHandsSimulator.builder().startPace(Pace.manual()).start()) {
      Caller caller = new Caller(server);
      SimulatedStartTask task = server.startTask(caller.start(ID).get("id").asText());
      task.advance();
      assertThat(task.status()).isEqualTo(StartStatus.WAITING_FOR_SANDBOX);
      task.hang();
      server.advance(9);
      assertThat(task.status()).isEqualTo(StartStatus.WAITING_FOR_SANDBOX);
      task.fail("gone wrong");
      assertThat(caller.task(task.id()).get("detail").asText()).isEqualTo("gone wrong");
      task.vanish();
      assertThat(caller.task(task.id()).isNull()).isTrue();
    }
  }
}
