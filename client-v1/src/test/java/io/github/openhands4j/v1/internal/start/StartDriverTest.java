package io.github.openhands4j.v1.internal.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import feign.FeignException;
import feign.Request;
import io.github.openhands4j.core.CallInterruptedException;
import io.github.openhands4j.core.ClientOptions;
import io.github.openhands4j.core.DeadlineExceededException;
import io.github.openhands4j.core.JournalException;
import io.github.openhands4j.core.StartHandle;
import io.github.openhands4j.core.StartJournal;
import io.github.openhands4j.core.StartOutcomeUnknownException;
import io.github.openhands4j.core.UnauthorizedException;
import io.github.openhands4j.core.internal.json.Json;
import io.github.openhands4j.core.internal.resilience.Calls;
import io.github.openhands4j.core.internal.time.Deadline;
import io.github.openhands4j.core.internal.time.ServerClock;
import io.github.openhands4j.model.Page;
import io.github.openhands4j.model.v1.AppConversationStartRequest;
import io.github.openhands4j.model.v1.AppConversationStartTaskStatus;
import io.github.openhands4j.model.v1.SandboxInfo;
import io.github.openhands4j.model.v1.SandboxStatus;
import io.github.openhands4j.v1.api.AppConversationsApi;
import io.github.openhands4j.v1.api.EventsApi;
import io.github.openhands4j.v1.api.SandboxesApi;
import io.github.openhands4j.v1.api.StartTasksApi;
import io.github.openhands4j.v1.api.StreamStartsApi;
import io.github.openhands4j.v1.api.V1Api;
import io.github.openhands4j.v1.testing.PassingTime;
import io.github.openhands4j.v1.testing.Samples;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

/** What the driver makes of failures that no transport should have. */
class StartDriverTest {

  private final List<String> asked = new ArrayList<>();
  private final PassingTime time = new PassingTime(Instant.EPOCH);
  private Duration startTakes = Duration.ZERO;
  private List<SandboxInfo> sandboxes = List.of();
  private @Nullable Error lookFailure;
  private boolean hangs;
  private Request.@Nullable Options streamTimes;

  /** A server that knows nothing, and whose start ends in an exception. */
  private V1Api api(Throwable thrown) {
    return V1Api.builder()
        .appConversations(door(AppConversationsApi.class, thrown))
        .startTasks(door(StartTasksApi.class, thrown))
        .streamStarts(door(StreamStartsApi.class, thrown))
        .sandboxes(door(SandboxesApi.class, thrown))
        .events(door(EventsApi.class, thrown))
        .build();
  }

  private <T> T door(Class<T> type, Throwable thrown) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              asked.add(method.getName());
              return switch (method.getName()) {
                case "start" -> {
                  time.sleep(startTakes);
                  if (type == StreamStartsApi.class) {
                    streamTimes = (Request.Options) arguments[1];
                  }
                  throw thrown;
                }
                case "search" -> {
                  if (hangs && type == StartTasksApi.class) {
                    hangs = false;
                    time.pass(
                        Duration.ofMillis(((Request.Options) arguments[1]).readTimeoutMillis()));
                    throw Samples.lost();
                  }
                  if (lookFailure != null) {
                    throw lookFailure;
                  }
                  yield new Page<>(type == SandboxesApi.class ? sandboxes : List.of(), null);
                }
                default -> List.of();
              };
            }));
  }

  static Stream<Throwable> oddFailures() {
    return Stream.of(
        new NullPointerException(),
        new IllegalStateException("odd"),
        new ClassCastException(),
        new StackOverflowError("odd"),
        new NoClassDefFoundError("odd"),
        new FeignException.FeignClientException(
            200,
            "odd",
            Request.create(
                Request.HttpMethod.POST, "http://127.0.0.1:1/", Map.of(), null, null, null),
            null,
            null));
  }

  @ParameterizedTest
  @MethodSource("oddFailures")
  void oddFailureOfTheSendNeitherLosesTheHandleNorSendsAgain(Throwable odd) {
    StartDriver driver = driver(odd, StartJournal.inMemory());
    AppConversationStartRequest body = AppConversationStartRequest.builder().build();
    StartHandle handle = driver.newHandle(body);

    assertThatThrownBy(() -> driver.start(handle, body))
        .isInstanceOfSatisfying(
            StartOutcomeUnknownException.class, e -> assertThat(e.handle()).isEqualTo(handle))
        .hasRootCause(odd);
    assertThat(asked).containsOnlyOnce("start");
  }

  private StartDriver driver(Throwable thrown, StartJournal journal) {
    ClientOptions options =
        ClientOptions.builder().baseUrl("http://127.0.0.1:1").noApiKey().journal(journal).build();
    return new StartDriver(
        api(thrown),
        new Calls(options, time, () -> 0.5),
        Json.mapper(1_000_000),
        options,
        time,
        new ServerClock(time),
        () -> 0.5,
        StreamPatience.USUAL);
  }

  /** A journal that tells what was asked of the server when it was written to. */
  private final class Witness implements StartJournal {
    private final List<String> written = new ArrayList<>();
    private final @Nullable Throwable fault;

    Witness(@Nullable Throwable fault) {
      this.fault = fault;
    }

    @Override
    public void write(Entry entry) {
      written.add(entry.state() + " after " + asked);
      if (fault instanceof RuntimeException exception) {
        throw exception;
      }
      if (fault instanceof Error error) {
        throw error;
      }
    }

    @Override
    public List<Entry> entries() {
      return List.of();
    }
  }

  static Stream<Throwable> faultsOfAJournal() {
    return Stream.of(
        new UncheckedIOException(new IOException("disk full")),
        new IllegalStateException("odd"),
        new NoClassDefFoundError("odd"));
  }

  @ParameterizedTest
  @MethodSource("faultsOfAJournal")
  void startThatCannotBeWrittenDownIsNotSent(Throwable fault) {
    StartDriver driver = driver(new IllegalStateException("sent"), new Witness(fault));
    AppConversationStartRequest body = AppConversationStartRequest.builder().build();

    assertThatThrownBy(() -> driver.start(driver.newHandle(body), body))
        .isInstanceOfSatisfying(
            JournalException.class, e -> assertThat(e.requestMayHaveBeenSent()).isFalse())
        .hasCause(fault);
    assertThat(asked).isEmpty();
  }

  @Test
  void startIsWrittenDownBeforeItIsSentAndStaysOpenWhileItsOutcomeIsUnknown() {
    Witness journal = new Witness(null);
    StartDriver driver = driver(new IllegalStateException("odd"), journal);
    AppConversationStartRequest body = AppConversationStartRequest.builder().build();

    assertThatThrownBy(() -> driver.start(driver.newHandle(body), body))
        .isInstanceOf(StartOutcomeUnknownException.class);

    assertThat(journal.written).containsExactly("BEGUN after []");
  }

  @Test
  void refusedStartIsWrittenDownAsNotStarted() {
    Witness journal = new Witness(null);
    StartDriver driver = driver(Samples.answer(401), journal);
    AppConversationStartRequest body = AppConversationStartRequest.builder().build();

    assertThatThrownBy(() -> driver.start(driver.newHandle(body), body))
        .isInstanceOf(UnauthorizedException.class);

    assertThat(journal.written).containsExactly("BEGUN after []", "NOT_STARTED after [start]");
  }

  @Test
  void oddFailureOfALookLosesNoHandle() {
    StartDriver driver = driver(new IllegalStateException("odd"), StartJournal.inMemory());
    lookFailure = new OutOfMemoryError("odd");
    AppConversationStartRequest body = AppConversationStartRequest.builder().build();
    StartHandle handle = driver.newHandle(body);

    assertThatThrownBy(() -> driver.start(handle, body))
        .isInstanceOfSatisfying(
            StartOutcomeUnknownException.class, e -> assertThat(e.handle()).isEqualTo(handle));
  }

  @Test
  void lookThatHangsLeavesTimeForAnother() {
    StartDriver driver = driver(Samples.lost(), StartJournal.inMemory());
    hangs = true;
    AppConversationStartRequest body = AppConversationStartRequest.builder().build();

    assertThatThrownBy(() -> driver.start(driver.newHandle(body), body))
        .isInstanceOfSatisfying(
            StartOutcomeUnknownException.class, e -> assertThat(e.lookedInVain()).isTrue());
    assertThat(asked.stream().filter("search"::equals)).hasSizeGreaterThan(3);
    assertThat(Duration.ofNanos(time.nanoTime())).isLessThanOrEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void startOnAnInterruptedThreadIsWrittenDownButNotSent(@TempDir Path directory) {
    StartJournal journal = StartJournal.inDirectory(directory);
    StartDriver driver = driver(new IllegalStateException("sent"), journal);
    AppConversationStartRequest body = AppConversationStartRequest.builder().build();
    StartHandle handle = driver.newHandle(body);
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(() -> driver.start(handle, body))
          .isInstanceOfSatisfying(
              CallInterruptedException.class,
              e -> assertThat(e.requestMayHaveBeenSent()).isFalse());
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }

    assertThat(asked).isEmpty();
    assertThat(journal.entries())
        .containsExactly(new StartJournal.Entry(handle, StartJournal.State.NOT_STARTED));
  }

  /** A driver of which all calls end soon. */
  private StartDriver driverUntil(Duration end, Throwable thrown) {
    ClientOptions options =
        ClientOptions.builder()
            .baseUrl("http://127.0.0.1:1")
            .noApiKey()
            .maxRunning(1)
            .readyTimeout(Duration.ofMinutes(2))
            .build();
    Calls calls = new Calls(options, time, () -> 0.5);
    StartDriver driver =
        new StartDriver(
            api(thrown),
            calls,
            Json.mapper(1_000_000),
            options,
            time,
            new ServerClock(time),
            () -> 0.5,
            StreamPatience.USUAL);
    return driver.with(api(thrown), calls.with(options, Deadline.in(time, end)), options, null);
  }

  @Test
  void startThatIsLostAtItsDeadlineEndsThereWithItsHandle() {
    StartDriver driver = driverUntil(Duration.ofSeconds(10), Samples.lost());
    startTakes = Duration.ofSeconds(10);
    AppConversationStartRequest body = AppConversationStartRequest.builder().build();
    StartHandle handle = driver.newHandle(body);

    assertThatThrownBy(() -> driver.start(handle, body))
        .isInstanceOfSatisfying(
            StartOutcomeUnknownException.class,
            e -> {
              assertThat(e.handle()).isEqualTo(handle);
              assertThat(e.lookedInVain()).isFalse();
            })
        .hasMessageContaining("no time to ask");
    assertThat(asked).containsExactly("search", "start"); // the search counts sandboxes
    assertThat(Duration.ofNanos(time.nanoTime())).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void startIsLookedForUntilItsDeadlineAtTheLongest() {
    StartDriver driver = driverUntil(Duration.ofSeconds(10), Samples.lost());
    AppConversationStartRequest body = AppConversationStartRequest.builder().build();

    assertThatThrownBy(() -> driver.start(driver.newHandle(body), body))
        .isInstanceOf(StartOutcomeUnknownException.class);
    assertThat(asked).hasSizeGreaterThan(3);
    assertThat(Duration.ofNanos(time.nanoTime())).isLessThanOrEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void startWaitsForFewerSandboxesUntilItsDeadlineAtTheLongest() {
    StartDriver driver = driverUntil(Duration.ofSeconds(12), Samples.lost());
    sandboxes = List.of(SandboxInfo.builder().id("s").status(SandboxStatus.RUNNING).build());
    AppConversationStartRequest body = AppConversationStartRequest.builder().build();

    assertThatThrownBy(() -> driver.start(driver.newHandle(body), body))
        .isInstanceOfSatisfying(
            DeadlineExceededException.class, e -> assertThat(e.requestMayHaveBeenSent()).isFalse());
    assertThat(asked).isNotEmpty().doesNotContain("start");
    assertThat(Duration.ofNanos(time.nanoTime())).isLessThanOrEqualTo(Duration.ofSeconds(12));
  }

  @Test
  void streamOfAStartEndsWithItsDeadline() {
    StartDriver driver = driverUntil(Duration.ofSeconds(12), Samples.lost());
    AppConversationStartRequest body = AppConversationStartRequest.builder().build();

    assertThatThrownBy(() -> driver.startStreaming(driver.newHandle(body), body, task -> {}))
        .isInstanceOf(StartOutcomeUnknownException.class);
    assertThat(Objects.requireNonNull(streamTimes).readTimeoutMillis()).isEqualTo(12_000);
  }

  @Test
  void streamOfAStartIsReadOnWhenTheTimeOfAWaitForReadyIsOver() {
    StartDriver driver = driverUntil(Duration.ofHours(1), Samples.lost()); // READY within 2 min
    AppConversationStartRequest body = AppConversationStartRequest.builder().build();

    assertThatThrownBy(() -> driver.startStreaming(driver.newHandle(body), body, task -> {}))
        .isInstanceOf(StartOutcomeUnknownException.class);
    assertThat(Duration.ofMillis(Objects.requireNonNull(streamTimes).readTimeoutMillis()))
        .isEqualTo(Duration.ofMinutes(11));
  }

  /** A start the server has, under our id or not. */
  private static StartAction.Succeed success(boolean echoed) {
    return new StartAction.Succeed(
        Samples.task(7, AppConversationStartTaskStatus.WORKING, null).build(),
        echoed,
        false,
        List.of());
  }

  @Test
  void startOfAServerThatTakesNoIdsStaysAsItWasAndIsLoggedOnce() {
    Witness journal = new Witness(null);
    StartRecord record = new StartRecord(journal);
    Logger logger = (Logger) LoggerFactory.getLogger("io.github.openhands4j.journal");
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    logger.addAppender(log);
    try {
      record.success(Samples.handle(1), success(true));
      record.success(Samples.handle(2), success(false));
    } finally {
      logger.detachAppender(log);
    }

    assertThat(journal.written).containsExactly("TAKEN after []");
    assertThat(log.list)
        .singleElement()
        .satisfies(event -> assertThat(event.getLevel()).isEqualTo(Level.WARN))
        .satisfies(
            event ->
                assertThat(event.getFormattedMessage()).contains(Samples.taskId(7).toString()));
  }
}
