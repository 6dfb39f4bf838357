package io.github.openhands4j.v1live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.openhands4j.core.ApiException;
import io.github.openhands4j.core.ConfigurationException;
import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.core.SandboxLostException;
import io.github.openhands4j.core.ServerErrorException;
import io.github.openhands4j.core.WaitTimeoutException;
import io.github.openhands4j.core.internal.time.TimeSource;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.v1.ConfirmationPolicy;
import io.github.openhands4j.model.v1.ConfirmationResponse;
import io.github.openhands4j.model.v1.ConversationExecutionStatus;
import io.github.openhands4j.model.v1.SandboxStatus;
import io.github.openhands4j.simulator.Disturbance;
import io.github.openhands4j.v1.AgentConversation;
import io.github.openhands4j.v1.Conversation;
import io.github.openhands4j.v1.Cost;
import io.github.openhands4j.v1.DownloadProgress;
import io.github.openhands4j.v1.OpenHandsClient;
import io.github.openhands4j.v1.Outcome;
import io.github.openhands4j.v1.Progress;
import io.github.openhands4j.v1.WaitOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be done with a conversation in the hand. */
@Timeout(60)
class ConversationObjectTest {

  private static final String RESUMES = "/api/v1/sandboxes/[^/]+/resume";
  private static final String ROWS = "/api/v1/app-conversations";
  private static final String DOWNLOAD = "/api/v1/app-conversations/.+/download";

  private final LiveWorld world = new LiveWorld();
  private final Conversation conversation = world.conversation;

  @AfterEach
  void close() {
    world.close();
  }

  private void status(String word) {
    world.server.conversation(world.id.hex()).setStatus(word);
  }

  private long resumes() {
    return world.server.journal().count("POST", RESUMES);
  }

  @Test
  void conversationIsFoundByItsIdAndUnknownOnesAreNot() {
    assertThat(conversation.id()).isEqualTo(world.id);
    assertThat(conversation.outcome()).isEqualTo(Outcome.NOT_ENDED);
    assertThat(conversation.link())
        .hasToString(world.server.baseUrl() + "/conversations/" + world.id);
    assertThat(world.client.conversation(ConversationId.random())).isEmpty();
  }

  @Test
  void conversationThatWasReadIsGoneOnWithWithoutARequest() {
    long requests = world.server.journal().requests().size();
    Conversation here = world.client.conversation(conversation.state());

    assertThat(here.id()).isEqualTo(world.id);
    assertThat(here.state()).isEqualTo(conversation.state());
    assertThat(world.server.journal().requests()).hasSize((int) requests);
    assertThat(here.refresh().id()).isEqualTo(world.id);
  }

  @Test
  void refreshedConversationShowsWhatItIsNowAndTheOldOneStays() {
    status("finished");

    assertThat(conversation.refresh().outcome()).isEqualTo(Outcome.FINISHED);
    assertThat(conversation.outcome()).isEqualTo(Outcome.NOT_ENDED);
  }

  /** A word to an agent, and the conversation whose wait begins after it. */
  private interface Word {
    Conversation say(LiveWorld real, OpenHandsClient base);
  }

  private static Arguments way(String name, Word word) {
    return Arguments.of(Named.of(name, word));
  }

  private static OpenHandsClient view(OpenHandsClient base) {
    return base.withOptions(options -> options.organization("org-1"));
  }

  static Stream<Arguments> ways() {
    return Stream.of(
        way(
            "message",
            (real, base) -> {
              Conversation here = base.conversation(real.id).orElseThrow();
              here.send("Go on");
              assertThat(real.server.conversation(real.id.hex()).messages())
                  .containsOnlyOnce("Go on");
              return here;
            }),
        way(
            "message of a view",
            (real, base) -> {
              view(base).conversation(real.id).orElseThrow().send("Go on");
              return base.conversation(real.id).orElseThrow();
            }),
        way(
            "message before there was the view",
            (real, base) -> {
              base.conversation(real.id).orElseThrow().send("Go on");
              return view(base).conversation(real.id).orElseThrow();
            }),
        way(
            "agent told to run",
            (real, base) -> {
              Conversation here = base.conversation(real.id).orElseThrow();
              real.server.conversation(real.id.hex()).setStatus("finished");
              assertThat(here.agent().conversation(real.id).run()).isTrue();
              return here;
            }),
        way(
            "agent told to run, answer lost",
            (real, base) -> {
              Conversation here = base.conversation(real.id).orElseThrow();
              real.server.conversation(real.id.hex()).setStatus("finished");
              real.server
                  .agentServer()
                  .disturbNext("POST", ".*/run", Disturbance.taken().dropConnection());
              assertThatThrownBy(() -> here.agent().conversation(real.id).run())
                  .isInstanceOf(OpenHandsException.class);
              return here;
            }),
        way(
            "confirmation at the agent server",
            (real, base) -> {
              Conversation here = base.conversation(real.id).orElseThrow();
              view(base)
                  .agentServer(here.state())
                  .conversation(real.id)
                  .respondToConfirmation(ConfirmationResponse.builder().accept(true).build());
              return here;
            }));
  }

  @ParameterizedTest
  @MethodSource("ways")
  void endOfTheRunBeforeEndsNoWaitAfterAWordToTheAgent(Word word) throws Exception {
    try (LiveWorld real = new LiveWorld()) {
      Conversation here = word.say(real, real.client(TimeSource.system()));
      real.server.conversation(real.id.hex()).setStatus("finished"); // of the run before
      var wait =
          here.awaitFinishedAsync(WaitOptions.within(Duration.ofSeconds(20))).toCompletableFuture();
      reads(real, 2);
      assertThat(wait).isNotDone();
      real.server.conversation(real.id.hex()).setStatus("running");
      reads(real, 2);
      real.server.conversation(real.id.hex()).setStatus("finished");

      assertThat(wait.get().outcome()).isEqualTo(Outcome.FINISHED);
    }
  }

  private static void reads(LiveWorld real, int more) throws InterruptedException {
    long polls = real.server.journal().count("GET", "/api/v1/app-conversations");
    assertThat(
            real.server
                .journal()
                .await("GET", "/api/v1/app-conversations", polls + more, Duration.ofSeconds(20)))
        .isTrue();
  }

  @Test
  void pausedSandboxIsResumedAndUsedWithItsNewKey() {
    conversation.agent().upload("/workspace/a.txt", "kept".getBytes(StandardCharsets.UTF_8));
    conversation.pause();
    assertThat(conversation.refresh().state().sandboxStatus()).isEqualTo(SandboxStatus.PAUSED);
    assertThatThrownBy(conversation::agent).isInstanceOf(ConfigurationException.class);

    List<Progress> news = new ArrayList<>();
    Conversation back =
        conversation.resume(WaitOptions.within(Duration.ofMinutes(5)).onProgress(news::add));

    assertThat(back.state().sandboxStatus()).isEqualTo(SandboxStatus.RUNNING);
    assertThat(news.stream().map(Progress::sandboxStatus))
        .containsExactly(SandboxStatus.PAUSED, SandboxStatus.STARTING, SandboxStatus.RUNNING);
    assertThat(resumes()).isEqualTo(1);
    try (var answer = back.agent().download("/workspace/a.txt")) {
      assertThat(answer.body()).hasContent("kept");
    }
  }

  static Stream<Named<Runnable>> lapses() {
    return Stream.of(
        Named.of(
            "exception",
            () -> {
              throw new IllegalStateException("a lapse");
            }),
        Named.of(
            "error",
            () -> {
              throw new AssertionError("a lapse");
            }));
  }

  @ParameterizedTest
  @MethodSource("lapses")
  void listenerThatThrowsEndsNoResumption(Runnable lapse) {
    conversation.pause();
    List<SandboxStatus> told = new ArrayList<>();
    Set<Thread> threads = new HashSet<>();

    Conversation back =
        conversation.resume(
            WaitOptions.within(Duration.ofMinutes(5))
                .onProgress(
                    news -> {
                      threads.add(Thread.currentThread());
                      told.add(news.sandboxStatus());
                      if (told.size() == 2) {
                        lapse.run();
                      }
                    }));

    assertThat(back.state().sandboxStatus()).isEqualTo(SandboxStatus.RUNNING);
    assertThat(told)
        .containsExactly(SandboxStatus.PAUSED, SandboxStatus.STARTING, SandboxStatus.RUNNING);
    assertThat(threads).containsExactly(Thread.currentThread());
    assertThat(resumes()).isEqualTo(1);
  }

  @Test
  void runningSandboxIsNotResumed() {
    assertThat(conversation.resume().state().sandboxStatus()).isEqualTo(SandboxStatus.RUNNING);
    assertThat(resumes()).isZero();
  }

  @Test
  void troubleOfTheRuntimeDuringAResumptionPasses() {
    conversation.pause();
    world.server.disturbNext("POST", RESUMES, Disturbance.notTaken().answer(404));
    world.server.agentServer().disturbNext("GET", "/alive", Disturbance.notTaken().answer(502));

    assertThat(conversation.resume().state().sandboxStatus()).isEqualTo(SandboxStatus.RUNNING);
    assertThat(resumes()).isEqualTo(2);
    assertThat(world.server.agentServer().journal().count("GET", "/alive")).isEqualTo(2);
  }

  static Stream<Arguments> lostResumptions() {
    return Stream.of(
        Arguments.of(Named.of("not taken, 502", Disturbance.notTaken().answer(502)), 2),
        Arguments.of(Named.of("taken, 504", Disturbance.taken().answer(504)), 1),
        Arguments.of(Named.of("answer lost", Disturbance.taken().dropConnection()), 1),
        Arguments.of(Named.of("lost", Disturbance.notTaken().dropConnection()), 2));
  }

  @ParameterizedTest
  @MethodSource("lostResumptions")
  void nextLookTellsWhatBecameOfAResumptionWhoseAnswerIsLost(Disturbance lost, int sent) {
    conversation.pause();
    world.server.disturbNext("POST", RESUMES, lost);

    assertThat(conversation.resume().state().sandboxStatus()).isEqualTo(SandboxStatus.RUNNING);
    assertThat(resumes()).isEqualTo(sent);
  }

  @Test
  void readsThatFailDuringAResumptionAreMadeAgain() {
    conversation.pause();
    for (int i = 0; i < 7; i++) {
      world.server.disturbNext("GET", ROWS, Disturbance.notTaken().answer(503));
    }

    assertThat(conversation.resume().state().sandboxStatus()).isEqualTo(SandboxStatus.RUNNING);
    assertThat(resumes()).isEqualTo(1);
  }

  @Test
  void readThatHangsDuringAResumptionHasTheTimeOfARead() {
    conversation.pause();
    world.server.disturbNext("GET", ROWS, Disturbance.taken().delay(Duration.ofSeconds(20)));
    Conversation here =
        world
            .client
            .withOptions(options -> options.timeout(Duration.ofMillis(700)))
            .conversation(conversation.state());
    long begun = System.nanoTime();

    assertThat(here.resume().state().sandboxStatus()).isEqualTo(SandboxStatus.RUNNING);
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(15));
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403, 422})
  void refusedResumptionIsToldAtOnce(int status) {
    conversation.pause();
    world.server.disturbNext("POST", RESUMES, Disturbance.notTaken().answer(status));
    assertThatThrownBy(conversation::resume)
        .isInstanceOfSatisfying(ApiException.class, e -> assertThat(e.status()).isEqualTo(status));
    assertThat(resumes()).isEqualTo(1);

    world.server.disturbNext("GET", ROWS, Disturbance.notTaken().answer(status));
    assertThatThrownBy(conversation::resume).isInstanceOf(ApiException.class);
    assertThat(resumes()).isEqualTo(1);
  }

  @Test
  void resumptionOfAViewEndsWithItsDeadline() {
    conversation.pause();
    for (int i = 0; i < 20; i++) {
      world.server.agentServer().disturbNext("GET", "/alive", Disturbance.notTaken().answer(502));
    }
    Instant end = world.time.now().plusSeconds(20);
    Conversation here =
        world
            .client
            .withOptions(options -> options.deadline(end))
            .conversation(conversation.state());

    assertThatThrownBy(here::resume)
        .isInstanceOf(WaitTimeoutException.class)
        .hasCauseInstanceOf(ServerErrorException.class);
    assertThat(world.time.now()).isBeforeOrEqualTo(end);
  }

  @Test
  void lostSandboxIsToldOnlyWhenItStaysLost() {
    world.sandbox().loseFor(2);
    assertThat(conversation.resume().state().sandboxStatus()).isEqualTo(SandboxStatus.RUNNING);

    world.sandbox().lose();
    assertThatThrownBy(conversation::resume)
        .isInstanceOf(SandboxLostException.class)
        .hasMessageContaining("MISSING")
        .hasMessageContaining("OHJ-057");
    assertThat(resumes()).isZero();
  }

  @Test
  void resumptionThatTakesTooLongEnds() {
    conversation.pause();
    for (int i = 0; i < 3; i++) {
      world.server.disturbNext("POST", RESUMES, Disturbance.notTaken().answer(404));
    }

    assertThatThrownBy(() -> conversation.resume(WaitOptions.within(Duration.ofSeconds(20))))
        .isInstanceOf(WaitTimeoutException.class)
        .hasMessageContaining("sandbox PAUSED");
  }

  @Test
  void resumptionThatEndsBecauseNobodyAnswersSaysWhatWasAnswered() {
    conversation.pause();
    for (int i = 0; i < 20; i++) {
      world.server.agentServer().disturbNext("GET", "/alive", Disturbance.notTaken().answer(502));
    }

    assertThatThrownBy(() -> conversation.resume(WaitOptions.within(Duration.ofSeconds(60))))
        .isInstanceOf(WaitTimeoutException.class)
        .hasCauseInstanceOf(ServerErrorException.class);
  }

  @Test
  void confirmationIsGivenAndRefused() {
    AgentConversation inside = conversation.agent().conversation(world.id);
    inside.confirmationPolicy(ConfirmationPolicy.ALWAYS);
    assertThat(inside.info().confirmationPolicy()).isEqualTo(ConfirmationPolicy.ALWAYS);
    status("waiting_for_confirmation");
    conversation.reject("not this one");
    assertThat(inside.info().executionStatus()).isEqualTo(ConversationExecutionStatus.IDLE);

    status("waiting_for_confirmation");
    conversation.respondToConfirmation(true);
    world.server.advance();
    assertThat(inside.info().executionStatus()).isEqualTo(ConversationExecutionStatus.RUNNING);
    assertThat(
            world
                .server
                .agentServer()
                .journal()
                .count("POST", "/api/conversations/.+/respond_to_confirmation"))
        .isEqualTo(2);
  }

  @Test
  void lastWordsAreThoseOfTheAgentServerAndElseOfTheEvents() {
    world.events().add(said("agent", "First."));
    world.events().add(said("agent", "All done."));
    world.events().add(said("user", "Thanks."));
    assertThat(conversation.finalResponse()).contains("All done.");
    assertThat(world.agentReads()).isZero();

    conversation.pause();
    assertThat(conversation.finalResponse()).contains("All done.");
  }

  private static String said(String who, String text) {
    return "{\"kind\":\"MessageEvent\",\"source\":\""
        + who
        + "\",\"llm_message\":{\"role\":\"assistant\",\"content\":[{\"type\":\"text\",\"text\":\""
        + text
        + "\"}]}}";
  }

  @Test
  void costIsTheSumOfAllUses() {
    String uses =
        "{\"agent\":{\"accumulated_cost\":0.25,\"accumulated_token_usage\":"
            + "{\"prompt_tokens\":3000000000,\"completion_tokens\":5}},"
            + "\"condenser\":{\"accumulated_cost\":0.5,\"accumulated_token_usage\":"
            + "{\"prompt_tokens\":7}}}";
    world.server.conversation(world.id.hex()).usage(uses);

    Cost cost = conversation.cost();
    assertThat(cost.dollars()).isEqualTo(0.75);
    assertThat(cost.tokens().promptTokens()).isEqualTo(3_000_000_007L);
    assertThat(cost.tokens().completionTokens()).isEqualTo(5);
    assertThat(cost.dollarsByUse()).containsOnlyKeys("agent", "condenser");

    conversation.pause();
    assertThat(conversation.cost().dollars()).isZero(); // nothing of it was stored
    world
        .events()
        .add(
            "{\"kind\":\"ConversationStateUpdateEvent\",\"source\":\"environment\",\"key\":"
                + "\"stats\",\"value\":{\"usage_to_metrics\":"
                + uses
                + "}}");
    assertThat(conversation.cost().dollars()).isEqualTo(0.75);
  }

  @Test
  void downloadIsWholeOrNotThere(@TempDir Path folder) throws IOException {
    Path target = folder.resolve("all.zip");
    List<DownloadProgress> news = new ArrayList<>();

    long size = conversation.downloadTo(target, news::add);

    assertThat(size).isEqualTo(Files.size(target)).isPositive();
    assertThat(news.get(news.size() - 1).bytes()).isEqualTo(size);
    try (ZipFile zip = new ZipFile(target.toFile())) {
      assertThat(zip.getEntry("meta.json")).isNotNull();
    }
    for (int i = 0; i < 3; i++) {
      world.server.disturbNext("GET", DOWNLOAD, Disturbance.taken().brokenBody());
    }
    assertThatThrownBy(() -> conversation.downloadTo(folder.resolve("cut.zip")))
        .isInstanceOf(OpenHandsException.class);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(target);
    }
  }

  @Test
  void downloadIsReadableByWhomFilesOfTheProgramAre(@TempDir Path folder) throws IOException {
    assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"));
    Path usual = Files.write(folder.resolve("usual"), new byte[1]);
    Path target = Files.write(folder.resolve("all.zip"), new byte[1]);

    conversation.downloadTo(target);

    assertThat(Files.getPosixFilePermissions(target))
        .isEqualTo(Files.getPosixFilePermissions(usual));
  }
}
