package io.github.openhands4j.v0.internal.direct;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.openhands4j.core.ErrorCode;
import io.github.openhands4j.core.internal.json.Json;
import io.github.openhands4j.model.v0.event.Event;
import io.github.openhands4j.v0.V0Exception;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A trajectory is read event by event, and to its end or not at all. */
class TrajectoryReaderTest {

  private static final String EVENT = "{\"id\":%d,\"message\":\"m\",\"action\":\"null\"}";

  private static TrajectoryReader reader(InputStream body) {
    return new TrajectoryReader(new Shapes(Json.mapper(1000)), body);
  }

  private static TrajectoryReader reader(String body) {
    return reader(new ByteArrayInputStream(body.getBytes(UTF_8)));
  }

  private static List<Event> all(TrajectoryReader reader) {
    List<Event> events = new ArrayList<>();
    reader.forEachRemaining(events::add);
    return events;
  }

  @Test
  void eventsComeInTheirOrderWhateverStandsBesideThem() {
    String two = EVENT.formatted(0) + "," + EVENT.formatted(1);

    assertThat(all(reader("{\"trajectory\":[]}"))).isEmpty();
    assertThat(all(reader("{\"a\":[{}],\"trajectory\":[" + two + "],\"b\":{\"c\":1}}\n")))
        .extracting(Event::id)
        .containsExactly(0L, 1L);
  }

  @Test
  void numberOfEventsIsNotLimitedByTheSizeOfAnswersThatAreHeld() {
    StringBuilder body = new StringBuilder("{\"trajectory\":[" + EVENT.formatted(0));
    for (int i = 1; i < 5000; i++) {
      body.append(',').append(EVENT.formatted(i));
    }

    assertThat(all(reader(body.append("]}").toString()))).hasSize(5000);
  }

  @Test
  void eventIsThereBeforeTheNextOneArrives() {
    byte[] first = ("{\"trajectory\":[" + EVENT.formatted(7) + ",").getBytes(UTF_8);
    InputStream silentAfterwards =
        new InputStream() {
          private int at;

          @Override
          public int read() {
            if (at == first.length) {
              throw new AssertionError("read too far");
            }
            return first[at++];
          }

          @Override
          public int read(byte[] into, int offset, int length) {
            into[offset] = (byte) read();
            return 1;
          }
        };

    assertThat(reader(silentAfterwards).next().id()).isEqualTo(7);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "[]",
        "{}",
        "{\"trajectory\":null,\"error\":\"x\"}",
        "{\"trajectory\":{}}",
        "{\"trajectory\":[null]}",
        "{\"trajectory\":[{\"id\":1}]}",
        "{\"trajectory\":[]} {}"
      })
  void answersThatV0DoesNotGiveAreRefused(String body) {
    assertThat(failureOf(body).code()).isEqualTo(ErrorCode.ANSWER_UNREADABLE);
  }

  @Test
  void trajectoryThatIsCutAnywhereIsAFailure() {
    String body = "{\"trajectory\":[" + EVENT.formatted(0) + "," + EVENT.formatted(1) + "]}";
    for (int length = 0; length < body.length(); length++) {
      V0Exception failure = failureOf(body.substring(0, length));

      assertThat(failure.code())
          .as("cut to %d", length)
          .isIn(ErrorCode.ANSWER_CUT, ErrorCode.ANSWER_UNREADABLE);
    }
  }

  private static V0Exception failureOf(String body) {
    TrajectoryReader reader = reader(body);
    V0Exception failure = catchThrowableOfType(V0Exception.class, () -> all(reader));
    assertThat(failure).as("reading of %s must fail", body).isNotNull();
    assertThat(reader.hasNext()).isFalse();
    return failure;
  }
}
