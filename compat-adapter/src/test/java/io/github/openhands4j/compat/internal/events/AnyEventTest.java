package io.github.openhands4j.compat.internal.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.openhands4j.core.internal.json.Json;
import io.github.openhands4j.model.v0.event.Event;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whatever is in an event, it is translated or passed over, and always in the same way. */
class AnyEventTest {

  private static final ObjectMapper JSON = Json.mapper(1 << 24);
  private static final int ROUNDS = 60;

  @Test
  void noEventFailsWhateverItsFieldsAre() throws IOException {
    long seed = Long.getLong("seed", 20261124L);
    OddValues odd = new OddValues(new Random(seed));
    for (Map<String, @Nullable Object> known : known()) {
      for (int round = 0; round < ROUNDS; round++) {
        if (odd.broken(known) instanceof Map<?, ?> broken) {
          V1Event event = new V1Event(new Fields(broken));
          V1Event other = new V1Event(new Fields((Map<?, ?>) stillMap(odd.broken(known), known)));
          check(seed, event, other);
        }
      }
    }
  }

  /** A caller casts whole numbers to what an answer of V0 has been read as: Long. */
  private static boolean holdsInteger(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      return map.values().stream().anyMatch(AnyEventTest::holdsInteger);
    }
    return value instanceof List<?> list
        ? list.stream().anyMatch(AnyEventTest::holdsInteger)
        : value instanceof Integer;
  }

  private static void check(long seed, V1Event event, V1Event other) throws IOException {
    Context context =
        Context.numbered(7)
            .cause(3L)
            .action(other)
            .stats(other)
            .model("m")
            .numbers(id -> new NumberRange(1, 2))
            .build();

    List<Event> translated = EventTranslator.translate(event, context);

    String which = "seed " + seed + ": " + event;
    assertThat(translated).as(which).hasSize(Kind.of(event).parts());
    for (int part = 0; part < translated.size(); part++) {
      Event v0 = translated.get(part);
      assertThat(v0.id()).as(which).isEqualTo(7L + part);
      assertThat(v0.action() == null).as(which).isNotEqualTo(v0.observation() == null);
      assertThat(v0.args() == null).as(which).isNotEqualTo(v0.extras() == null);
      assertThat(v0.source()).as(which).isIn("agent", "user", "environment");
      assertThat(Stream.of(v0.args(), v0.extras(), v0.toolCallMetadata(), v0.llmMetrics()))
          .as(which)
          .noneMatch(AnyEventTest::holdsInteger);
      assertThat(v0.cause() == null || v0.cause() < 7L + part).as(which).isTrue();
      JSON.writeValueAsString(v0);
    }
    assertThat(EventTranslator.translate(event, context)).as(which).isEqualTo(translated);
  }

  private static Object stillMap(@Nullable Object broken, Object whole) {
    return broken instanceof Map<?, ?> map ? map : whole;
  }

  private static List<Map<String, @Nullable Object>> known() throws IOException {
    List<Map<String, @Nullable Object>> events = new ArrayList<>();
    try (InputStream file =
        Objects.requireNonNull(
            AnyEventTest.class.getResourceAsStream("/event-translations.json"))) {
      for (JsonNode row : JSON.readTree(file)) {
        events.add(
            JSON.convertValue(
                row.path("v1"), new TypeReference<Map<String, @Nullable Object>>() {}));
      }
    }
    return events;
  }
}
