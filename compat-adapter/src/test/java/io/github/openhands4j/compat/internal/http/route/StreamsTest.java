package io.github.openhands4j.compat.internal.http.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openhands4j.compat.http.V0Response;
import io.github.openhands4j.compat.internal.http.memory.MemoryV0Client;
import io.github.openhands4j.core.ErrorCode;
import io.github.openhands4j.model.v0.event.Event;
import io.github.openhands4j.model.v0.event.EventPage;
import io.github.openhands4j.model.v0.event.EventQuery;
import io.github.openhands4j.v0.V0Events;
import io.github.openhands4j.v0.V0Exception;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Bodies that are made while they are read. */
class StreamsTest {

  private static final String TRAJECTORY =
      "/api/conversations/" + MemoryV0Client.ID + "/trajectory";

  private final AtomicInteger taken = new AtomicInteger();
  private final AtomicBoolean closed = new AtomicBoolean();

  /** A client with a trajectory of its own. */
  private final class Trajectory extends MemoryV0Client {

    private final Stream<Event> events;

    Trajectory(Stream<Event> events) {
      this.events = events;
    }

    @Override
    public V0Events events() {
      return new V0Events() {
        @Override
        public EventPage listEvents(String conversationId, EventQuery query) {
          throw new UnsupportedOperationException("only the trajectory is read here");
        }

        @Override
        public void addEvent(String conversationId, Map<String, @Nullable Object> event) {
          throw new UnsupportedOperationException("only the trajectory is read here");
        }

        @Override
        public Stream<Event> trajectory(String conversationId) {
          return events.onClose(() -> closed.set(true));
        }
      };
    }
  }

  private Stream<Event> events(int count, int failsAt) {
    return IntStream.range(0, count)
        .mapToObj(
            number -> {
              if (number == failsAt) {
                throw new V0Exception(
                    ErrorCode.V0_ERROR, 404, "{\"detail\":\"gone\"}", "gone", null);
              }
              taken.incrementAndGet();
              return Event.builder().id((long) number).message("é".repeat(1_000)).build();
            });
  }

  private RouterWorld world(int count, int failsAt) {
    return new RouterWorld(() -> new Trajectory(events(count, failsAt)));
  }

  @Test
  void trajectoryIsTakenOnlyAsFarAsItIsRead() throws IOException {
    try (RouterWorld world = world(1_000_000, -1);
        V0Response answer = world.open(TRAJECTORY)) {
      assertThat(answer.headers()).doesNotContainKey("Content-Length");
      byte[] begin = answer.body().readNBytes(2_100);

      assertThat(new String(begin, StandardCharsets.UTF_8))
          .startsWith("{\"trajectory\":[{\"id\":0,\"message\":\"éé");
      assertThat(taken.get()).isLessThan(5);
    }
    assertThat(closed).isTrue();
  }

  @Test
  void emptyTrajectoryIsAnEmptyList() throws IOException {
    try (RouterWorld world = world(0, -1);
        V0Response answer = world.open(TRAJECTORY)) {
      assertThat(answer.body().readAllBytes())
          .isEqualTo("{\"trajectory\":[]}".getBytes(StandardCharsets.UTF_8));
    }
  }

  @Test
  void failureBeforeTheFirstEventIsAnAnswer() throws IOException {
    try (RouterWorld world = world(1, 0);
        V0Response answer = world.open(TRAJECTORY)) {
      assertThat(answer.status()).isEqualTo(404);
    }
    assertThat(closed).isTrue();
  }

  @Test
  void bodyThatIsClosedFromOutsideIsNotTakenForWhole() throws IOException {
    try (RouterWorld world = world(10, -1);
        V0Response answer = world.open(TRAJECTORY)) {
      assertThat(answer.body().readNBytes(20)).hasSize(20);

      answer.body().close();

      assertThatThrownBy(() -> answer.body().readAllBytes()).isInstanceOf(IOException.class);
    }
  }

  @Test
  void closeBetweenTwoEventsDoesNotEndTheList() throws IOException {
    AtomicReference<TrajectoryStream> body = new AtomicReference<>();
    Stream<Event> events =
        Stream.iterate(
                0L,
                number -> {
                  if (number == 2) {
                    body.get().close(); // as another thread may, just now
                  }
                  return number < 2;
                },
                number -> number + 1)
            .map(number -> Event.builder().id(number).message("m").build());
    body.set(TrajectoryStream.open(events));

    assertThatThrownBy(() -> body.get().readAllBytes()).isInstanceOf(IOException.class);
  }

  @Test
  void failureLaterOnEndsTheBodyWithAnError() throws IOException {
    try (RouterWorld world = world(10, 3);
        V0Response answer = world.open(TRAJECTORY)) {
      assertThat(answer.status()).isEqualTo(200);
      assertThatThrownBy(() -> answer.body().readAllBytes()).isInstanceOf(IOException.class);
      assertThatThrownBy(() -> answer.body().readAllBytes()).isInstanceOf(IOException.class);
    }
  }
}
