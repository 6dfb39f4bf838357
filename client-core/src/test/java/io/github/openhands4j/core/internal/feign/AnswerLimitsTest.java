package io.github.openhands4j.core.internal.feign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import io.github.openhands4j.core.ErrorCode;
import io.github.openhands4j.core.UnreadableAnswerException;
import io.github.openhands4j.core.testing.Probe;
import io.github.openhands4j.core.testing.Script;
import io.github.openhands4j.core.testing.ScriptedServer;
import io.github.openhands4j.core.testing.Scripts;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No answer fills the memory. */
class AnswerLimitsTest {

  private static final long LIMIT = 1L << 20;
  private static final long SOCKET_BUFFERS = 16L << 20;
  private static final long MEMORY = 16L << 20;

  @Test
  void endlessBodyIsLeftAtTheLimit() {
    assertThat(bytesSentFor(Scripts.endlessBody("Connection: close")))
        .isLessThan(LIMIT + SOCKET_BUFFERS);
  }

  @Test
  void bodyOfAnnouncedHugeLengthIsLeftAtTheLimit() {
    assertThat(bytesSentFor(Scripts.endlessBody("Content-Length: " + Long.MAX_VALUE)))
        .isLessThan(LIMIT + SOCKET_BUFFERS);
  }

  @Test
  void gzipBombIsLeftAtTheLimitOfWhatItUnpacksTo() {
    assertThat(bytesSentFor(Scripts.gzipBomb())).isLessThan(LIMIT);
  }

  @Test
  void answerOfExactlyTheLimitIsRead() {
    try (ScriptedServer server = ScriptedServer.start();
        Probe probe = Probe.of(Probe.options(server).maxAnswerBytes(1024).build())) {
      String fits = "\"" + "x".repeat(1022) + "\"";
      server.then(Scripts.json(fits), Scripts.json(fits + " "));

      assertThat(probe.api().read()).isNotNull();
      assertThatThrownBy(() -> probe.api().read()).isInstanceOf(UnreadableAnswerException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, (1 << 20) - 1, 1 << 20, (1 << 20) + 1})
  void answersAroundTheSizeThatIsReadAtOnceAreWhole(int length) {
    String text = length == 1 ? "7" : "\"" + "x".repeat(length - 2) + "\"";
    try (ScriptedServer server =
            ScriptedServer.start().then(Scripts.json(text), Scripts.json("8"));
        Probe probe = Probe.of(Probe.options(server).maxAnswerBytes(1 << 21).build())) {
      assertThat(String.valueOf(probe.api().read())).isEqualTo(text);
      assertThat(String.valueOf(probe.api().read())).isEqualTo("8");

      assertThat(server.connections()).as("the connection is used again").isEqualTo(1);
    }
  }

  @Test
  void oversizedErrorIsNamedWithItsStatus() {
    try (ScriptedServer server =
            ScriptedServer.start().then(Scripts.answer(500, "text/plain", "x".repeat(2000)));
        Probe probe = Probe.of(Probe.options(server).maxAnswerBytes(1024).build())) {
      assertThatThrownBy(() -> probe.api().read())
          .isInstanceOfSatisfying(
              UnreadableAnswerException.class, e -> assertThat(e.status()).isEqualTo(500));
    }
  }

  private static long bytesSentFor(Script script) {
    try (ScriptedServer server = ScriptedServer.start().then(script);
        Probe probe = Probe.of(Probe.options(server).maxAnswerBytes(LIMIT).build())) {
      long before = allocated();

      assertThatThrownBy(() -> probe.api().start(Probe.BODY))
          .isInstanceOfSatisfying(
              UnreadableAnswerException.class,
              e -> {
                assertThat(e.code()).isEqualTo(ErrorCode.ANSWER_TOO_LARGE);
                assertThat(e.requestMayHaveBeenSent()).isTrue();
                assertThat(e).hasMessageContaining("max-answer-bytes");
              });

      assertThat(allocated() - before).isLessThan(MEMORY);
      server.awaitNoConnection();
      return server.bytesSent();
    }
  }

  private static long allocated() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    return threads.getThreadAllocatedBytes(Thread.currentThread().getId());
  }
}
