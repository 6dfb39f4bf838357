package io.github.openhands4j.core.internal.feign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import feign.Request;
import io.github.openhands4j.core.CallInterruptedException;
import io.github.openhands4j.core.ClientClosedException;
import io.github.openhands4j.core.ClientOptions;
import io.github.openhands4j.core.DeadlineExceededException;
import io.github.openhands4j.core.ErrorCode;
import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.core.StreamedAnswer;
import io.github.openhands4j.core.TransportException;
import io.github.openhands4j.core.UnreadableAnswerException;
import io.github.openhands4j.core.internal.http.CallTimes;
import io.github.openhands4j.core.testing.OurThreads;
import io.github.openhands4j.core.testing.Probe;
import io.github.openhands4j.core.testing.ScriptedServer;
import io.github.openhands4j.core.testing.Scripts;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every way in which an answer that is being read can end before its end. */
@Timeout(20)
class StreamEndsTest {

  private static final Duration SHORT = Duration.ofMillis(400);
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final String HEAD =
      Scripts.head(200, "Content-Type: application/octet-stream", "Content-Length: 1000000");

  private static Request.Options limits(Duration silence, Duration total, long mostBytes) {
    return CallTimes.streamed(
        ClientOptions.builder().noApiKey().build(), silence, total, mostBytes);
  }

  private static OpenHandsException readFailure(StreamedAnswer answer) {
    try {
      answer.body().readAllBytes();
      throw new AssertionError("the body came to its end");
    } catch (OpenHandsException expected) {
      return expected;
    } catch (IOException e) {
      throw new AssertionError("not one of this library's exceptions", e);
    }
  }

  @Test
  void answerMustBeginInTime() {
    try (ScriptedServer server = ScriptedServer.start().then(Scripts.silence());
        Probe probe = Probe.of(server)) {
      assertThatThrownBy(() -> probe.streams().any(Probe.within(SHORT)))
          .isInstanceOfSatisfying(
              DeadlineExceededException.class, e -> assertThat(e.limit()).isEqualTo(SHORT));
      server.awaitNoConnection();
    }
  }

  @Test
  void silenceInTheBodyEndsIt() throws IOException {
    try (ScriptedServer server = ScriptedServer.start().then(Scripts.stallAfter(HEAD + "abc"));
        Probe probe = Probe.of(server)) {
      StreamedAnswer answer = probe.streams().any(Probe.within(SHORT));
      assertThat(answer.body().readNBytes(3)).asString().isEqualTo("abc");

      OpenHandsException failure = readFailure(answer);

      assertThat(failure)
          .isInstanceOf(DeadlineExceededException.class)
          .hasMessageContaining("nothing more of the answer came for 400 ms");
      assertThatThrownBy(() -> answer.body().read()).isSameAs(failure);
      server.awaitNoConnection();
    }
  }

  @Test
  void slowBodyGoesOnWhileItMoves() throws IOException {
    try (ScriptedServer server =
            ScriptedServer.start().then(Scripts.dripAfter(HEAD, Duration.ofMillis(60)));
        Probe probe = Probe.of(server);
        StreamedAnswer answer = probe.streams().any(Probe.within(SHORT))) {
      assertThat(answer.body().readNBytes(15)).hasSize(15); // more than twice the silence
    }
  }

  @Test
  void wholeBodyHasALimitOfItsOwn() {
    try (ScriptedServer server =
            ScriptedServer.start().then(Scripts.dripAfter(HEAD, Duration.ofMillis(20)));
        Probe probe = Probe.of(server)) {
      StreamedAnswer answer = probe.streams().any(limits(LONG, SHORT, Long.MAX_VALUE));

      assertThat(readFailure(answer))
          .isInstanceOfSatisfying(
              DeadlineExceededException.class, e -> assertThat(e.limit()).isEqualTo(SHORT));
      server.awaitNoConnection();
    }
  }

  @Test
  void readerThatForgetsItsAnswerHoldsItOnlyUntilTheLimit() throws IOException {
    try (ScriptedServer server =
            ScriptedServer.start().then(Scripts.endlessBody("Connection: close"));
        Probe probe = Probe.of(server)) {
      StreamedAnswer answer = probe.streams().any(limits(LONG, SHORT, Long.MAX_VALUE));
      assertThat(answer.body().read()).isEqualTo(' ');

      server.awaitNoConnection();

      assertThat(readFailure(answer)).isInstanceOf(DeadlineExceededException.class);
    }
  }

  @Test
  void bodyLargerThanTheLimitOfTheCallEndsThere() {
    try (ScriptedServer server =
            ScriptedServer.start().then(Scripts.endlessBody("Connection: close"));
        Probe probe = Probe.of(server)) {
      StreamedAnswer answer = probe.streams().any(limits(LONG, LONG, 1 << 20));

      assertThat(readFailure(answer))
          .isInstanceOfSatisfying(
              UnreadableAnswerException.class,
              e -> assertThat(e.code()).isEqualTo(ErrorCode.ANSWER_TOO_LARGE));
      server.awaitNoConnection();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Content-Length: 10", "Transfer-Encoding: chunked"})
  void cutBodyIsToldFromAWholeOne(String framing) {
    String body = framing.startsWith("T") ? "5\r\nabcde\r\n" : "abcde";
    try (ScriptedServer server =
            ScriptedServer.start()
                .then(
                    Scripts.raw(
                        Scripts.head(200, "Content-Type: application/octet-stream", framing)
                            + body));
        Probe probe = Probe.of(server);
        StreamedAnswer answer = probe.streams().any()) {
      assertThat(readFailure(answer))
          .isInstanceOfSatisfying(
              TransportException.class,
              e -> assertThat(e.code()).isEqualTo(ErrorCode.CONNECTION_LOST));
    }
  }

  @Test
  void closingEarlyDropsTheConnection() {
    try (ScriptedServer server =
            ScriptedServer.start().then(Scripts.endlessBody("Connection: close"));
        Probe probe = Probe.of(server)) {
      StreamedAnswer answer = probe.streams().any();

      answer.close();
      answer.close();

      server.awaitNoConnection();
      assertThatThrownBy(() -> answer.body().read()).isInstanceOf(IOException.class);
    }
  }

  @Test
  void closingTheAnswerEndsAReadThatWaits() throws Exception {
    try (ScriptedServer server = ScriptedServer.start().then(Scripts.stallAfter(HEAD));
        Probe probe = Probe.of(server)) {
      StreamedAnswer answer = probe.streams().any();
      Started<Throwable> read =
          inBackground(() -> catchThrowable(() -> answer.body().readAllBytes()));

      answer.close();

      assertThat(read.task().get(10, TimeUnit.SECONDS))
          .isInstanceOf(IOException.class)
          .hasMessage("the answer is closed");
      server.awaitNoConnection();
    }
  }

  @Test
  void answersThatNobodyReadsOrClosesHoldNoThread() throws Exception {
    try (ScriptedServer server =
            ScriptedServer.start().then(Scripts.endlessBody("Connection: close"));
        Probe probe = Probe.of(server)) {
      List<StreamedAnswer> left = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        left.add(probe.streams().any());
      }

      OurThreads.awaitNone();

      for (StreamedAnswer answer : left) {
        assertThat(answer.body().read()).isEqualTo(' ');
      }
      assertThat(server.connections()).isEqualTo(100);
    }
  }

  @Test
  void nothingThatHasArrivedIsGivenAfterTheClientWasClosed() throws IOException {
    try (ScriptedServer server =
        ScriptedServer.start().then(Scripts.endlessBody("Connection: close"))) {
      Probe probe = Probe.of(server);
      StreamedAnswer answer = probe.streams().any();
      assertThat(answer.body().read()).isEqualTo(' ');
      assertThat(answer.body().available()).isPositive();

      probe.close();

      assertThatThrownBy(() -> answer.body().read()).isInstanceOf(ClientClosedException.class);
    }
  }

  @Test
  void closingTheClientEndsAReadThatWaits() throws Exception {
    try (ScriptedServer server = ScriptedServer.start().then(Scripts.stallAfter(HEAD))) {
      Probe probe = Probe.of(server);
      StreamedAnswer answer = probe.streams().any();
      FutureTask<OpenHandsException> read = inBackground(() -> readFailure(answer)).task();

      probe.close();

      assertThat(read.get(10, TimeUnit.SECONDS)).isInstanceOf(ClientClosedException.class);
      server.awaitNoConnection();
    }
  }

  @Test
  void closingTheClientEndsAnAnswerThatNobodyReads() {
    try (ScriptedServer server =
        ScriptedServer.start().then(Scripts.endlessBody("Connection: close"))) {
      Probe probe = Probe.of(server);
      StreamedAnswer answer = probe.streams().any();

      probe.close();

      server.awaitNoConnection();
      assertThat(readFailure(answer)).isInstanceOf(ClientClosedException.class);
    }
  }

  @Test
  void interruptEndsAReadThatWaitsAndLeavesTheFlag() throws Exception {
    try (ScriptedServer server = ScriptedServer.start().then(Scripts.stallAfter(HEAD));
        Probe probe = Probe.of(server)) {
      StreamedAnswer answer = probe.streams().any();
      CountDownLatch flag = new CountDownLatch(1);
      Started<OpenHandsException> read =
          inBackground(
              () -> {
                OpenHandsException failure = readFailure(answer);
                if (Thread.currentThread().isInterrupted()) {
                  flag.countDown();
                }
                return failure;
              });

      read.thread().interrupt();

      assertThat(read.task().get(10, TimeUnit.SECONDS))
          .isInstanceOf(CallInterruptedException.class);
      assertThat(flag.getCount()).isZero();
      server.awaitNoConnection();
    }
  }

  private record Started<T>(Thread thread, FutureTask<T> task) {}

  private static <T> Started<T> inBackground(Callable<T> work) {
    FutureTask<T> task = new FutureTask<>(work);
    Thread thread = new Thread(task, "reader");
    thread.setDaemon(true);
    thread.start();
    return new Started<>(thread, task);
  }
}
