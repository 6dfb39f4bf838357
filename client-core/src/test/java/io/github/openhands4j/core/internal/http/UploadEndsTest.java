package io.github.openhands4j.core.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import feign.Request;
import io.github.openhands4j.core.ApiKey;
import io.github.openhands4j.core.CallInterruptedException;
import io.github.openhands4j.core.ClientClosedException;
import io.github.openhands4j.core.ClientOptions;
import io.github.openhands4j.core.Content;
import io.github.openhands4j.core.DeadlineExceededException;
import io.github.openhands4j.core.ErrorCode;
import io.github.openhands4j.core.TransportException;
import io.github.openhands4j.core.internal.time.ServerClock;
import io.github.openhands4j.core.internal.time.TimeSource;
import io.github.openhands4j.core.testing.Callers;
import io.github.openhands4j.core.testing.Callers.Kind;
import io.github.openhands4j.core.testing.OurThreads;
import io.github.openhands4j.core.testing.Probe;
import io.github.openhands4j.core.testing.ScriptedServer;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When and how an upload ends whose content is slow, stuck or broken. */
@Timeout(60)
class UploadEndsTest {

  private static final Duration LONG = Duration.ofMinutes(1);
  private static final CountDownLatch AT_ONCE = new CountDownLatch(0);
  private static final byte[] FORM =
      "--B\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\n\r\n--B--\r\n"
          .getBytes(StandardCharsets.US_ASCII);

  private final ScriptedServer server = ScriptedServer.start();
  private final HttpTransport transport =
      new HttpTransport(Probe.options(server).build(), new ServerClock(TimeSource.system()));

  @AfterEach
  void end() {
    transport.close();
    server.close();
  }

  private int send(Content content, Duration first, Duration silence, Duration total) {
    return send(transport, content, first, silence, total);
  }

  private int send(
      HttpTransport through, Content content, Duration first, Duration silence, Duration total) {
    Request request =
        Request.create(
            Request.HttpMethod.POST,
            server.uri() + "/files",
            Map.of("Content-Type", List.of("multipart/form-data; boundary=B")),
            FORM,
            StandardCharsets.UTF_8,
            null);
    Request.Options times =
        new Request.Options(
            LONG.toMillis(), TimeUnit.MILLISECONDS, first.toMillis(), TimeUnit.MILLISECONDS, false);
    return through.execute(request, Upload.in(times, content, silence, total)).status();
  }

  private int send(Content content) {
    return send(content, LONG, LONG, LONG);
  }

  private TransportException failure(Content content) {
    return catchThrowableOfType(TransportException.class, () -> send(content));
  }

  @Test
  void silenceEndsAReadThatBlocks() throws Exception {
    StuckContent stuck = new StuckContent(AT_ONCE);
    Duration silence = Duration.ofMillis(100);

    Callers.Running call =
        Callers.start(Kind.PLATFORM, () -> send(stuck.content(), LONG, silence, LONG));

    assertThat(call.end().thrown())
        .isInstanceOfSatisfying(
            DeadlineExceededException.class,
            late -> {
              assertThat(late.limit()).isEqualTo(silence);
              assertThat(late.requestMayHaveBeenSent()).isTrue();
            })
        .hasMessageContaining("nothing went on for 100 ms");
    endedAtOnce(stuck);
  }

  @Test
  void totalEndsAReadThatBlocks() throws Exception {
    assertThat(send(bytes(1))).isEqualTo(200); // so that the next one is quick
    StuckContent stuck = new StuckContent(AT_ONCE);
    Duration total = Duration.ofMillis(400);

    Callers.Running call =
        Callers.start(Kind.PLATFORM, () -> send(stuck.content(), LONG, LONG, total));

    assertThat(call.end().thrown())
        .isInstanceOfSatisfying(
            DeadlineExceededException.class, late -> assertThat(late.limit()).isEqualTo(total))
        .hasMessageContaining("within 400 ms");
    endedAtOnce(stuck);
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void interruptEndsAReadThatBlocks(Kind kind) throws Exception {
    StuckContent stuck = new StuckContent(AT_ONCE);
    Callers.Running call = Callers.start(kind, () -> send(stuck.content()));
    stuck.awaitStuck();

    call.thread().interrupt();

    assertThat(call.end().thrown()).isInstanceOf(CallInterruptedException.class);
    assertThat(call.end().flag()).isTrue();
    endedAtOnce(stuck);
  }

  @Test
  void closeEndsAReadThatBlocks() throws Exception {
    StuckContent stuck = new StuckContent(AT_ONCE);
    Callers.Running call = Callers.start(Kind.PLATFORM, () -> send(stuck.content()));
    stuck.awaitStuck();

    transport.close();

    assertThat(call.end().thrown()).isInstanceOf(ClientClosedException.class);
    endedAtOnce(stuck);
  }

  /** Closed once, not read again, the connection dropped, and no thread left of it. */
  private void endedAtOnce(StuckContent stuck) throws InterruptedException {
    assertThat(stuck.closes()).isEqualTo(1);
    assertThat(stuck.reads()).isEqualTo(2);
    server.awaitNoConnection();
    assertThat(server.requests()).filteredOn(request -> request.body().length() > 100).isEmpty();
    OurThreads.awaitNone();
  }

  @Test
  void contentWhoseCloseBlocksHoldsNobody() throws Exception {
    CountDownLatch mayClose = new CountDownLatch(1);
    StuckContent stuck = new StuckContent(mayClose);
    Callers.Running call = Callers.start(Kind.PLATFORM, () -> send(stuck.content()));
    stuck.awaitStuck();

    transport.close();

    assertThat(call.end().thrown()).isInstanceOf(ClientClosedException.class);
    assertThat(mayClose.getCount()).isEqualTo(1); // all that while it was closing
    mayClose.countDown();
    endedAtOnce(stuck);
  }

  /** The first silence has what the wait for a turn has left; the later ones are whole. */
  @Test
  void eachSilenceHasTheWholeTime() {
    assertThat(send(bytes(1))).isEqualTo(200); // so that the next one is quick
    Duration first = Duration.ofMillis(400);
    InputStream slow =
        new ByteArrayInputStream(new byte[2]) {
          @Override
          public synchronized int read(byte[] into, int offset, int count) {
            if (available() == 1) {
              LockSupport.parkNanos(first.multipliedBy(3).dividedBy(2).toNanos());
            }
            return super.read(into, offset, 1);
          }
        };

    assertThat(send(Content.of(2, () -> slow), first, LONG, LONG)).isEqualTo(200);
  }

  /** What comes before a request is sent counts for its total, as its wait for a turn. */
  @ParameterizedTest
  @ValueSource(longs = {1, 100_000_000})
  void totalThatIsOverBeforeTheTurnSendsNothing(long nanos) {
    assertThat(send(bytes(1))).isEqualTo(200); // so that the next one is quick
    Duration total = Duration.ofNanos(nanos);
    ClientOptions slow =
        Probe.options(server)
            .apiKeySource(
                () -> {
                  LockSupport.parkNanos(nanos + 50_000_000);
                  return ApiKey.of(Probe.KEY);
                })
            .build();
    try (HttpTransport other = new HttpTransport(slow, new ServerClock(TimeSource.system()))) {
      assertThatThrownBy(() -> send(other, bytes(1), LONG, LONG, total))
          .isInstanceOfSatisfying(
              DeadlineExceededException.class,
              late -> {
                assertThat(late.limit()).isEqualTo(total);
                assertThat(late.requestMayHaveBeenSent()).isFalse();
              });
    }

    assertThat(server.connections()).isEqualTo(1);
  }

  @Test
  void lessThanAMillisecondIsNotTakenForNoLimit() throws IOException {
    Call call =
        new OkHttpClient()
            .newCall(new okhttp3.Request.Builder().url(server.uri().toString()).build());
    CallAlarm alarm = new CallAlarm(call);

    assertThat(alarm.during(Duration.ofNanos(1), () -> rings(alarm))).isTrue();
  }

  private static boolean rings(CallAlarm alarm) {
    long begun = System.nanoTime();
    while (!alarm.hasRung() && System.nanoTime() - begun < Duration.ofSeconds(10).toNanos()) {
      LockSupport.parkNanos(1_000_000);
    }
    return alarm.hasRung();
  }

  static Stream<Named<Exception>> failures() {
    return Stream.<Exception>of(
            new FileNotFoundException("a"),
            new IllegalStateException("b"),
            new ClientClosedException(null, false), // of the client that the bytes came from
            new Exception("c"))
        .map(failure -> Named.of(failure.getClass().getSimpleName(), failure));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void contentThatCannotBeOpenedIsToldAsThat(Exception why) {
    Callable<InputStream> source =
        () -> {
          throw why;
        };

    TransportException failure = failure(Content.of(1, source));

    boolean wrapped = why.getClass() == Exception.class;
    assertUnreadable(
        failure,
        "could not be read (" + (wrapped ? "IOException" : why.getClass().getSimpleName()) + ")");
    if (wrapped) {
      assertThat(failure).hasRootCause(why);
    } else {
      assertThat(failure).cause().isSameAs(why);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void contentThatBreaksIsToldAsThat(boolean checked) {
    IOException io = new IOException("a");
    ClientClosedException other = new ClientClosedException(null, false);
    InputStream broken =
        new InputStream() {
          @Override
          public int read() {
            throw new UnsupportedOperationException("pieces only");
          }

          @Override
          public int read(byte[] into, int offset, int count) throws IOException {
            if (checked) {
              throw io;
            }
            throw other;
          }
        };

    TransportException failure = failure(Content.of(1, () -> broken));

    assertUnreadable(
        failure, "could not be read (" + (checked ? "IOException" : "ClientClosedException") + ")");
    assertThat(failure).cause().isSameAs(checked ? io : other);
  }

  @Test
  void contentThatCannotBeClosedIsToldAsThat() {
    IOException why = new IOException("a");
    InputStream broken =
        new ByteArrayInputStream(new byte[1]) {
          @Override
          public void close() throws IOException {
            throw why;
          }
        };

    TransportException failure = failure(Content.of(1, () -> broken));

    assertUnreadable(failure, "could not be read (IOException)");
    assertThat(failure).cause().isSameAs(why);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2})
  void contentOfAnotherLengthIsToldAsThat(int length) {
    assertUnreadable(
        failure(Content.of(1, () -> new ByteArrayInputStream(new byte[length]))),
        length == 0 ? "is shorter than it was said to be" : "is longer than it was said to be");
  }

  private void assertUnreadable(TransportException failure, String why) {
    assertThat(failure.code()).isEqualTo(ErrorCode.CONTENT_UNREADABLE);
    assertThat(failure).hasMessageContaining("POST (path not shown): its content " + why + ".");
    assertThat(failure.requestMayHaveBeenSent()).isTrue();
    server.awaitNoConnection();
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void interruptWhileTheContentIsOpenedKeepsTheFlag() throws Exception {
    InterruptedException why = new InterruptedException();
    Content content =
        Content.of(
            1,
            () -> {
              throw why;
            });

    Callers.End end = Callers.start(Kind.PLATFORM, () -> send(content)).end();

    assertThat(end.thrown()).isInstanceOf(CallInterruptedException.class).hasRootCause(why);
    assertThat(end.flag()).isTrue();
  }

  /** Gives nothing in some reads, as some streams do that unpack. */
  private static InputStream empty(int times) {
    return new ByteArrayInputStream(new byte[1]) {
      private int left = times;

      @Override
      public int read(byte[] into, int offset, int count) {
        return left-- > 0 ? 0 : super.read(into, offset, count);
      }
    };
  }

  @Test
  void readsThatGiveNothingEnd() {
    assertUnreadable(
        failure(Content.of(1, () -> empty(Integer.MAX_VALUE))), "gave no bytes in 100 reads");
    assertThat(send(Content.of(1, () -> empty(10)))).isEqualTo(200);
  }

  private static Content bytes(int count) {
    return Content.of(new byte[count]);
  }
}
