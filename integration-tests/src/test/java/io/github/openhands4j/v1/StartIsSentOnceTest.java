package io.github.openhands4j.v1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.core.StartOutcomeUnknownException;
import io.github.openhands4j.core.TransportException;
import io.github.openhands4j.core.UnauthorizedException;
import io.github.openhands4j.core.UnprocessableRequestException;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.ConversationTrigger;
import io.github.openhands4j.model.v1.AppConversationStartTask;
import io.github.openhands4j.model.v1.AppConversationStartTaskStatus;
import io.github.openhands4j.simulator.Disturbance;
import io.github.openhands4j.simulator.SimulatedStartTask;
import io.github.openhands4j.testing.ManualTime;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A start, and what may happen to its request and its answer. Pauses pass at once. */
class StartIsSentOnceTest {

  private final V1World world = new V1World();
  private final ManualTime time = new ManualTime();
  private final Conversations conversations = world.client(time).conversations();

  @AfterEach
  void close() {
    world.close();
  }

  private long posts() {
    return world.server.journal().starts();
  }

  static Stream<Named<Disturbance>> lostAnswersOfTakenStarts() {
    return answersThatSayNothing(Disturbance.taken());
  }

  static Stream<Named<Disturbance>> lostAnswersOfStartsThatNeverArrived() {
    return answersThatSayNothing(Disturbance.notTaken())
        .filter(named -> !named.getName().startsWith("cut"));
  }

  private static Stream<Named<Disturbance>> answersThatSayNothing(Disturbance call) {
    return Stream.of(
        Named.of("reset", call.dropConnection()),
        Named.of("end of connection", call.closeConnection()),
        Named.of("garbage", call.garbage()),
        Named.of("broken chunk", call.brokenBody()),
        Named.of("cut in half", call.cutTo(100)),
        Named.of("cut to nothing", call.cutTo(0)),
        Named.of("408", call.answer(408)),
        Named.of("409", call.answer(409)),
        Named.of("500 text", call.answer(500, "text/plain", "Internal Server Error")),
        Named.of("502 page", call.answer(502)),
        Named.of("503 with Retry-After 0", call.answer(503).retryAfter("0")),
        Named.of("504", call.answer(504)),
        Named.of("web page with 200", call.htmlPage()),
        Named.of("empty object", call.answer(200, "application/json", "{}")),
        Named.of("null", call.answer(200, "application/json", "null")));
  }

  @Test
  void startIsOnePostWithTheWholeRequestAndAnIdOfOurs() {
    StartRequest request =
        StartRequest.builder()
            .message("Fix the README")
            .repository("me/repo")
            .branch("main")
            .systemMessageSuffix("Be brief.")
            .trigger(ConversationTrigger.OPENHANDS_API)
            .secret("NAME", "not-a-key")
            .build();

    Start start = conversations.start(request);

    assertThat(posts()).isEqualTo(1);
    assertThat(world.server.journal().requests()).hasSize(1);
    SimulatedStartTask task = world.server.startTasks().get(0);
    ConversationId id = start.conversationId().orElseThrow();
    assertThat(task.request().get("conversation_id").textValue()).isEqualTo(id.dashed());
    assertThat(task.request().at("/initial_message/content/0/text").textValue())
        .isEqualTo("Fix the README");
    assertThat(task.request().get("selected_repository").textValue()).isEqualTo("me/repo");
    assertThat(task.request().get("selected_branch").textValue()).isEqualTo("main");
    assertThat(task.request().get("system_message_suffix").textValue()).isEqualTo("Be brief.");
    assertThat(task.request().get("trigger").textValue()).isEqualTo("openhands_api");
    assertThat(task.request().get("secrets").has("NAME")).isTrue();
    assertThat(start.startTask().map(AppConversationStartTask::id))
        .hasValueSatisfying(own -> assertThat(own).hasToString(task.id()));
    assertThat(start.handle().conversationId()).isEqualTo(id);
    assertThat(start.recovered()).isFalse();
    assertThat(start.duplicates()).isEmpty();
  }

  @Test
  void eachStartIsANewJob() {
    StartRequest request = V1World.request();

    assertThat(conversations.start(request).conversationId())
        .isNotEqualTo(conversations.start(request).conversationId());
    assertThat(posts()).isEqualTo(2);
  }

  @ParameterizedTest
  @MethodSource("lostAnswersOfTakenStarts")
  void startIsNotResentWhenItsAnswerIsLostButFound(Disturbance lost) {
    world.server.disturbNextStart(lost);

    Start start = conversations.start(V1World.request());

    assertThat(posts()).isEqualTo(1);
    assertThat(start.recovered()).isTrue();
    assertThat(start.duplicates()).isEmpty();
    assertThat(start.startTask().map(AppConversationStartTask::id))
        .hasValueSatisfying(
            id -> assertThat(id).hasToString(world.server.startTasks().get(0).id()));
  }

  @ParameterizedTest
  @MethodSource("lostAnswersOfStartsThatNeverArrived")
  void startThatNobodyKnowsEndsAsUnknownWithItsHandleAndIsNotResent(Disturbance lost) {
    world.server.disturbNextStart(lost);

    assertThatThrownBy(() -> conversations.start(V1World.request()))
        .isInstanceOfSatisfying(
            StartOutcomeUnknownException.class,
            e -> assertThat(e.handle().origin()).isEqualTo(world.server.baseUrl()));

    assertThat(posts()).isEqualTo(1);
    assertThat(world.server.startTasks()).isEmpty();
  }

  @Test
  void serverIsAskedForHalfAMinuteBeforeTheOutcomeIsUnknown() {
    world.server.disturbNextStart(Disturbance.notTaken().dropConnection());

    assertThatThrownBy(() -> conversations.start(V1World.request()))
        .isInstanceOf(StartOutcomeUnknownException.class);

    Duration asked = time.slept();
    assertThat(asked).isBetween(Duration.ofSeconds(25), Duration.ofSeconds(30));
    assertThat(world.server.journal().count("GET", V1World.TASKS + "/search")).isEqualTo(7);
  }

  @Test
  void webPageIsSettledByOneLook() {
    world.server.disturbNextStart(Disturbance.notTaken().htmlPage());

    assertThatThrownBy(() -> conversations.start(V1World.request()))
        .isInstanceOf(StartOutcomeUnknownException.class);

    assertThat(time.sleeps()).isEmpty();
    assertThat(world.server.journal().count("GET", V1World.TASKS + "/search")).isEqualTo(1);
  }

  @Test
  void startThatIsTakenLateIsFoundByALaterLook() {
    world.server.disturbNextStart(Disturbance.takenAfter(5).dropConnection());

    Start start = conversations.start(V1World.request());

    assertThat(start.recovered()).isTrue();
    assertThat(posts()).isEqualTo(1);
    assertThat(time.sleeps()).hasSizeGreaterThan(1);
  }

  @Test
  void startThatSomethingOnTheWaySentTwiceTellsItsDuplicates() {
    world.server.disturbNextStart(Disturbance.takenTwice().dropConnection());

    Start start = conversations.start(V1World.request());

    assertThat(posts()).isEqualTo(1);
    assertThat(world.server.startTasks()).hasSize(2);
    assertThat(start.duplicates()).hasSize(1);
    assertThat(start.startTask().orElseThrow().id()).isNotEqualTo(start.duplicates().get(0));
  }

  @Test
  void limitedStartIsSentAgainWithTheSameIdAfterTheWait() {
    world.server.disturbNextStart(Disturbance.notTaken().answer(429).retryAfter("3"));

    conversations.start(V1World.request());

    assertThat(posts()).isEqualTo(2);
    assertThat(world.server.startTasks()).hasSize(1);
    assertThat(time.sleeps()).containsExactly(Duration.ofSeconds(3));
  }

  @Test
  void refusedStartFailsAtOnceAndStartsNothing() {
    Conversations wrongKey =
        world.client(time, options -> options.apiKey("sk-test-wrong")).conversations();

    assertThatThrownBy(() -> wrongKey.start(V1World.request()))
        .isInstanceOf(UnauthorizedException.class);
    world.server.disturbNextStart(
        Disturbance.notTaken().answer(422, "application/json", "{\"detail\":[]}"));
    assertThatThrownBy(() -> conversations.start(V1World.request()))
        .isInstanceOf(UnprocessableRequestException.class);

    assertThat(posts()).isEqualTo(2);
    assertThat(world.server.startTasks()).isEmpty();
    assertThat(world.server.journal().requests()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 307, 308})
  void redirectedStartIsRefusedAndNotForwarded(int status) {
    world.server.disturbNextStart(
        Disturbance.notTaken()
            .answer(status)
            .header("Location", world.server.baseUrl() + V1World.CONVERSATIONS));

    assertThatThrownBy(() -> conversations.start(V1World.request()))
        .isInstanceOf(OpenHandsException.class)
        .isNotInstanceOf(StartOutcomeUnknownException.class);

    assertThat(world.server.journal().requests()).hasSize(1);
  }

  @Test
  void refusedConnectionMeansNothingWasSent() throws Exception {
    URI nobody;
    try (ServerSocket free = new ServerSocket(0)) {
      nobody = URI.create("http://127.0.0.1:" + free.getLocalPort());
    }
    Conversations lonely = world.client(nobody, time, options -> options).conversations();

    assertThatThrownBy(() -> lonely.start(V1World.request()))
        .isInstanceOfSatisfying(
            TransportException.class, e -> assertThat(e.requestMayHaveBeenSent()).isFalse());
  }

  @Test
  void answerAboutAnotherConversationIsNotBelieved() {
    String other =
        "{\"id\":\"%s\",\"status\":\"READY\",\"app_conversation_id\":\"%s\",\"request\":{\"conversation_id\":\"%s\"}}"
            .formatted("0a".repeat(16), "0b".repeat(16), "0b".repeat(16));
    world.server.disturbNextStart(Disturbance.taken().answer(200, "application/json", other));

    Start start = conversations.start(V1World.request());

    assertThat(start.recovered()).isTrue();
    assertThat(start.startTask().orElseThrow().status())
        .isEqualTo(AppConversationStartTaskStatus.WORKING);
    assertThat(posts()).isEqualTo(1);
  }

  @Test
  void serverThatTakesNoIdsIsBelievedWithoutOne() {
    String silent =
        "{\"id\":\"%s\",\"status\":\"WORKING\",\"request\":{\"conversation_id\":null}}"
            .formatted("0a".repeat(16));
    world.server.disturbNextStart(Disturbance.notTaken().answer(200, "application/json", silent));

    Start start = conversations.start(V1World.request());

    assertThat(start.conversationId()).isEmpty();
    assertThat(start.recovered()).isFalse();
  }

  @Test
  void failingLooksDoNotEndTheSearch() {
    world.server.disturbNextStart(Disturbance.taken().dropConnection());
    for (int attempt = 0; attempt < 6; attempt++) {
      world.server.disturbNext(
          "GET", V1World.TASKS + "/search", Disturbance.notTaken().answer(502));
    }

    assertThat(conversations.start(V1World.request()).recovered()).isTrue();
    assertThat(posts()).isEqualTo(1);
  }
}
