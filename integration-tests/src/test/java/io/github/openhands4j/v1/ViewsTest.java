package io.github.openhands4j.v1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.openhands4j.core.ClientClosedException;
import io.github.openhands4j.core.ClientOptionsBuilder;
import io.github.openhands4j.core.ConfigurationException;
import io.github.openhands4j.core.DeadlineExceededException;
import io.github.openhands4j.core.NotFoundException;
import io.github.openhands4j.core.RawAnswer;
import io.github.openhands4j.core.StartHandle;
import io.github.openhands4j.core.StartJournal;
import io.github.openhands4j.core.StartOutcomeUnknownException;
import io.github.openhands4j.core.StreamedAnswer;
import io.github.openhands4j.core.WaitTimeoutException;
import io.github.openhands4j.faults.FaultWorld;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.v1.AppConversation;
import io.github.openhands4j.simulator.Disturbance;
import io.github.openhands4j.simulator.RecordedRequest;
import io.github.openhands4j.testing.LoopbackDoor;
import io.github.openhands4j.testing.ManualTime;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Views of a client: their own organization, times, deadline and listener; all else is shared. */
class ViewsTest {

  private final V1World world = new V1World();
  private final List<RawAnswer> answers = new CopyOnWriteArrayList<>();

  @AfterEach
  void close() {
    world.close();
  }

  private List<Boolean> named() {
    return world.server.journal().requests().stream()
        .map(RecordedRequest::headerNames)
        .map(names -> names.contains("x-org-id"))
        .toList();
  }

  @Test
  void organizationIsNamedInEveryRequestOfTheViewAndInNoOther() {
    OpenHandsClient client = world.client();
    OpenHandsClient view = client.withOptions(options -> options.organization("org-1"));

    Start start = view.conversations().start(V1World.request());
    world.settle();
    start.awaitReady(V1World.LONG);
    view.settings().get();
    view.api().settings().get(null);
    view.conversations().sendMessage(start.conversationId().orElseThrow(), "hi");
    assertThat(named()).hasSizeGreaterThanOrEqualTo(5).containsOnly(true);

    world.server.journal().clear();
    client.settings().get();
    client.conversations().count(ConversationQuery.all());
    assertThat(named()).containsExactly(false, false);
  }

  @Test
  void startIsResolvedInItsOrganizationByAClientThatNamesNone(@TempDir Path directory) {
    UnaryOperator<ClientOptionsBuilder> journal =
        options -> options.journal(StartJournal.inDirectory(directory));
    OpenHandsClient dying = world.client(new ManualTime(), journal);
    world.server.disturbNextStart(Disturbance.takenAfter(15).dropConnection());
    assertThatThrownBy(
            () ->
                dying
                    .withOptions(options -> options.organization("org-1"))
                    .conversations()
                    .start(V1World.request()))
        .isInstanceOf(StartOutcomeUnknownException.class);
    Conversations next = world.client(new ManualTime(), journal).conversations();
    StartHandle handle = next.unresolved().get(0);
    world.server.journal().clear();

    next.resolve(handle);
    world.settle();
    Start start = world.client(journal).conversations().resolve(handle);
    start.awaitReady(V1World.LONG);

    assertThat(handle.organization()).isEqualTo("org-1");
    assertThat(named()).hasSizeGreaterThanOrEqualTo(3).containsOnly(true);
    assertThat(world.server.journal().starts()).isZero();
  }

  @Test
  void organizationOfAHandleIsAskedWhicheverTheViewNames() {
    try (FaultWorld stub = new FaultWorld()) {
      StartHandle handle =
          stub.client()
              .withOptions(options -> options.organization("org-1"))
              .conversations()
              .start(V1World.request())
              .handle();

      stub.client()
          .withOptions(options -> options.organization("org-2"))
          .conversations()
          .resolve(handle);

      assertThat(stub.server().requests())
          .hasSizeGreaterThan(1)
          .allSatisfy(request -> assertThat(request.header("X-Org-Id")).contains("org-1"));
      assertThat(stub.server().posts()).isEqualTo(1);
    }
  }

  @Test
  void handleOfAConversationOfAViewNamesItsOrganization() {
    OpenHandsClient view = world.client().withOptions(options -> options.organization("org-1"));
    Conversation conversation = view.conversation(world.running(view)).orElseThrow();

    assertThatThrownBy(() -> conversation.awaitFinished(Duration.ofMillis(1)))
        .isInstanceOfSatisfying(
            WaitTimeoutException.class,
            late -> assertThat(late.handle().organization()).isEqualTo("org-1"));
  }

  @Test
  void waitsOfAllViewsShareOneBudgetOfReads() {
    OpenHandsClient client = world.client(options -> options.pollsPerMinute(1));
    List<Start> starts =
        Stream.of("org-1", "org-2")
            .map(id -> client.withOptions(options -> options.organization(id)))
            .map(view -> view.conversations().start(V1World.request()))
            .toList();

    for (Start start : starts) {
      assertThatThrownBy(() -> start.awaitReady(Duration.ofMillis(300)))
          .isInstanceOf(WaitTimeoutException.class);
    }

    assertThat(world.polls()).isEqualTo(1);
  }

  @Test
  void viewOfAViewKeepsWhatItDoesNotChange() {
    OpenHandsClient view =
        world
            .client()
            .withOptions(options -> options.organization("org-1"))
            .withOptions(options -> options.onAnswer(answers::add));

    view.settings().get();

    assertThat(named()).containsExactly(true);
    assertThat(answers).hasSize(1);
  }

  @Test
  void idThatCouldBeMoreThanAnIdIsRefused() {
    for (String id : List.of("", "a\nb", "a b", "x".repeat(129))) {
      assertThatThrownBy(() -> CallOptions.none().organization(id))
          .isInstanceOf(ConfigurationException.class);
    }
  }

  @Test
  void answersAreShownAsTheyCame() {
    OpenHandsClient view = world.client().withOptions(options -> options.onAnswer(answers::add));

    view.settings().get();
    assertThatThrownBy(() -> view.profiles().activate("none"))
        .isInstanceOf(NotFoundException.class);

    assertThat(answers)
        .extracting(RawAnswer::operation, RawAnswer::status)
        .containsExactly(
            tuple("GET /api/v1/settings", 200),
            tuple("POST /api/v1/settings/profiles/{name}/activate", 404));
    assertThat(answers.get(0).header("content-type")).contains("application/json");
    assertThat(answers.get(0).text()).startsWith("{").contains("\"agent_settings\"");
    assertThat(answers.get(1).body()).isNotEmpty();
    assertThat(answers.get(0)).hasToString("RawAnswer[GET /api/v1/settings -> 200]");
  }

  @Test
  void everyAttemptIsShown() {
    world.server.disturbNext(
        "GET", "/api/v1/settings", Disturbance.notTaken().answer(503).retryAfter("0"));
    OpenHandsClient view =
        world.client(new ManualTime()).withOptions(options -> options.onAnswer(answers::add));

    view.settings().get();

    assertThat(answers).extracting(RawAnswer::status).containsExactly(503, 200);
  }

  @Test
  void answerThatIsReadWhileItArrivesIsLeftAlone() throws Exception {
    OpenHandsClient client = world.client();
    ConversationId id = world.running(client);
    OpenHandsClient view = client.withOptions(options -> options.onAnswer(answers::add));

    try (StreamedAnswer zip = view.conversations().download(id)) {
      assertThat(zip.body().readAllBytes()).isNotEmpty();
    }

    assertThat(answers).isEmpty();
  }

  static Stream<Consumer<RawAnswer>> listenersThatFail() {
    return Stream.of(
        answer -> {
          throw new IllegalStateException("a listener's own trouble");
        },
        answer -> {
          throw new AssertionError("what a listener of a test expected");
        });
  }

  @ParameterizedTest
  @MethodSource("listenersThatFail")
  void listenerThatFailsLosesNoStart(Consumer<RawAnswer> listener) {
    OpenHandsClient view = world.client().withOptions(options -> options.onAnswer(listener));

    Start start = view.conversations().start(V1World.request());

    assertThat(start.recovered()).isFalse();
    assertThat(world.server.journal().starts()).isEqualTo(1);
    assertThat(world.server.journal().requests()).hasSize(1);
  }

  @Test
  void timeoutIsThatOfEachCall() {
    world.server.disturbNext(
        "GET", "/api/v1/settings", Disturbance.taken().delay(Duration.ofSeconds(10)));
    OpenHandsClient view =
        world.client().withOptions(options -> options.timeout(Duration.ofMillis(300)));

    assertThatThrownBy(() -> view.settings().get())
        .isInstanceOfSatisfying(
            DeadlineExceededException.class,
            late -> assertThat(late.limit()).isEqualTo(Duration.ofMillis(300)));
    for (Duration refused :
        List.of(Duration.ZERO, Duration.ofNanos(999_999), Duration.ofDays(1).plusNanos(1))) {
      assertThatThrownBy(() -> CallOptions.none().timeout(refused))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining("time of a call");
    }
  }

  @Test
  void nothingIsSentAfterTheDeadline() {
    ManualTime time = new ManualTime();
    OpenHandsClient client = world.client(time);
    Instant end = time.now().plusSeconds(60);
    OpenHandsClient view = client.withOptions(options -> options.deadline(end));

    assertThat(view.settings().get()).isPresent();
    time.pass(Duration.ofSeconds(61));
    assertThatThrownBy(() -> view.settings().get())
        .isInstanceOfSatisfying(
            DeadlineExceededException.class,
            late -> assertThat(late.requestMayHaveBeenSent()).isFalse());
    assertThatThrownBy(() -> view.conversations().start(V1World.request()))
        .isInstanceOf(DeadlineExceededException.class);

    assertThat(world.server.journal().requests()).hasSize(1);
    assertThat(view.conversations().unresolved()).isEmpty();
    assertThat(client.settings().get()).isPresent();
  }

  /** A zip that comes for three seconds, a byte at a time. */
  private static void drip(Socket socket) {
    try (socket) {
      InputStream in = socket.getInputStream();
      StringBuilder head = new StringBuilder();
      while (head.indexOf("\r\n\r\n") < 0) {
        head.append((char) in.read());
      }
      OutputStream out = socket.getOutputStream();
      out.write(
          "HTTP/1.1 200 OK\r\nContent-Type: application/zip\r\nContent-Length: 1000\r\n\r\n"
              .getBytes(StandardCharsets.US_ASCII));
      for (int i = 0; i < 150; i++) {
        out.write('x');
        out.flush();
        LockSupport.parkNanos(20_000_000);
      }
    } catch (IOException clientWentAway) {
      // which is what it should do
    }
  }

  @Test
  void downloadEndsWithTheDeadlineAlthoughItMoves(@TempDir Path folder) {
    ManualTime time = new ManualTime();
    try (LoopbackDoor slow = new LoopbackDoor("slow", ViewsTest::drip)) {
      Conversation conversation =
          world
              .client(slow.baseUrl(), time, options -> options)
              .withOptions(options -> options.deadline(time.now().plusMillis(600)))
              .conversation(AppConversation.builder().id(ConversationId.random()).build());

      assertThatThrownBy(() -> conversation.downloadTo(folder.resolve("all.zip")))
          .isInstanceOf(DeadlineExceededException.class)
          .hasMessageContaining("did not end within");
      assertThat(folder).isEmptyDirectory();
    }
  }

  @Test
  void closingAViewClosesItsClient() {
    OpenHandsClient client = world.client();
    client.withOptions(options -> options.timeout(Duration.ofSeconds(5))).close();

    assertThatThrownBy(() -> client.settings().get()).isInstanceOf(ClientClosedException.class);
  }

  @Test
  void viewsShareOneLimitOfRunningSandboxes() {
    OpenHandsClient client =
        world.client(options -> options.maxRunning(1).readyTimeout(Duration.ofSeconds(4)));
    OpenHandsClient view = client.withOptions(options -> options.organization("org-1"));

    client.conversations().start(V1World.request());

    assertThatThrownBy(() -> view.conversations().start(V1World.request()))
        .isInstanceOf(DeadlineExceededException.class);
    assertThat(world.server.journal().starts()).isEqualTo(1);
  }

  @Test
  void rawDoorOfAViewHasItsHeadersToo() {
    OpenHandsClient view =
        world.client().withOptions(options -> options.organization("org-1").onAnswer(answers::add));

    view.api().sandboxes().search(Map.of(), null);

    assertThat(named()).containsExactly(true);
    assertThat(answers).extracting(RawAnswer::status).containsExactly(200);
  }
}
