package io.github.openhands4j.v1.internal.start;

import static io.github.openhands4j.v1.testing.Samples.conversationId;
import static io.github.openhands4j.v1.testing.Samples.handle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import feign.Request;
import io.github.openhands4j.core.ClientClosedException;
import io.github.openhands4j.core.ClientOptions;
import io.github.openhands4j.core.StreamedAnswer;
import io.github.openhands4j.core.internal.json.Json;
import io.github.openhands4j.core.internal.time.Deadline;
import io.github.openhands4j.core.internal.time.TimeSource;
import io.github.openhands4j.model.v1.AppConversationStartRequest;
import io.github.openhands4j.model.v1.AppConversationStartTask;
import io.github.openhands4j.v1.testing.FakeAnswer;
import io.github.openhands4j.v1.testing.Samples;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a start whose stream breaks after its first state. */
class StartStreamTest {

  private static final String FIRST_STATE =
      "[{\"id\":\"" + Samples.taskId(1) + "\",\"status\":\"WORKING\"}";

  private final List<AppConversationStartTask> told = new ArrayList<>();

  private static final String ODD_STATE =
      "{\"id\":\"" + Samples.taskId(1) + "\",\"status\":\"WORKING\",\"created_at\":{\"odd\":1}}";
  private static final String READY =
      "{\"id\":\"" + Samples.taskId(1) + "\",\"status\":\"READY\"}]";

  /** An answer that breaks after some states. */
  private static StreamedAnswer breaking(String states, Throwable fault) {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() {
            if (fault instanceof Error error) {
              throw error;
            }
            throw (RuntimeException) fault;
          }

          @Override
          public int read(byte[] bytes, int from, int length) {
            return read();
          }
        };
    InputStream whole = new ByteArrayInputStream(states.getBytes(StandardCharsets.UTF_8));
    return new FakeAnswer(new SequenceInputStream(whole, broken), OptionalLong.empty());
  }

  private StartAction.Succeed follow(Throwable fault) {
    return follow(FIRST_STATE, fault);
  }

  private StartAction.Succeed follow(String states, Throwable fault) {
    ClientOptions options =
        ClientOptions.builder().baseUrl("http://127.0.0.1:1").noApiKey().build();
    try (StartStream stream =
        new StartStream(
            (request, times) -> breaking(states, fault),
            Json.mapper(1_000_000),
            options,
            StreamPatience.USUAL.silence(),
            () -> Deadline.in(TimeSource.system(), StreamPatience.USUAL.whole()))) {
      AppConversationStartTask first =
          stream.send(
              AppConversationStartRequest.builder().conversationId(conversationId(1)).build(),
              new Request.Options());
      return stream.follow(
          handle(1), new StartAction.Succeed(first, true, false, List.of()), told::add);
    }
  }

  static Stream<Throwable> oddFailures() {
    return Stream.of(
        new IllegalStateException("odd"),
        new StackOverflowError("odd"),
        new NoClassDefFoundError("odd"),
        Samples.lost());
  }

  @ParameterizedTest
  @MethodSource("oddFailures")
  void streamThatBreaksInWhateverWayLeavesAStartToBePolled(Throwable fault) {
    assertThat(follow(fault).task()).isEqualTo(told.get(0));
    assertThat(told).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void stateThatCannotBeReadIsPassedOver(boolean first) {
    String states = first ? "[" + ODD_STATE : FIRST_STATE + "," + ODD_STATE;

    StartAction.Succeed followed = follow(states + "," + READY, Samples.lost());

    assertThat(followed.task()).extracting(AppConversationStartTask::status).hasToString("READY");
    assertThat(told).hasSize(first ? 1 : 2).endsWith(followed.task());
  }

  @Test
  void streamOfAClosedClientEndsWithTheHandle() {
    assertThatThrownBy(() -> follow(Samples.closed()))
        .isInstanceOfSatisfying(
            ClientClosedException.class, e -> assertThat(e.handle()).contains(handle(1)));
  }
}
