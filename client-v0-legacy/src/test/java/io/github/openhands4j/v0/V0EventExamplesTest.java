package io.github.openhands4j.v0;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.openhands4j.core.internal.json.Json;
import io.github.openhands4j.model.v0.event.Event;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each event of {@code v0-event-examples.json}, one of every type that V0 had. */
class V0EventExamplesTest {

  private static final ObjectMapper JSON = Json.mapper(1 << 20);

  static Stream<Arguments> examples() throws IOException {
    try (InputStream file =
        Objects.requireNonNull(
            V0EventExamplesTest.class.getResourceAsStream("/v0-event-examples.json"))) {
      return StreamSupport.stream(JSON.readTree(file).spliterator(), false)
          .map(
              event ->
                  Arguments.of(
                      event.path("id") + " " + event.path("action") + event.path("observation"),
                      event))
          .toList()
          .stream();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("examples")
  void isReadAndWrittenBackFieldForFieldInItsOrder(String name, JsonNode example)
      throws IOException {
    String text = JSON.writeValueAsString(example);

    assertThat(JSON.writeValueAsString(JSON.readValue(text, Event.class))).isEqualTo(text);
  }

  @Test
  void fieldsOfAnEventCannotBeChanged() throws IOException {
    Event event = JSON.readValue("{\"message\":\"\",\"args\":{\"a\":null}}", Event.class);

    assertThat(Objects.requireNonNull(event.args())).containsEntry("a", null);
    assertThatThrownBy(() -> Objects.requireNonNull(event.args()).put("b", 1))
        .isInstanceOf(UnsupportedOperationException.class);
  }
}
