package io.github.openhands4j.compat.internal.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.openhands4j.core.internal.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each row of {@code event-translations.json}: a V1 event, and V0's events field for field. */
class EventTranslationsTest {

  private static final ObjectMapper JSON = Json.mapper(1 << 24);
  private static final long NUMBER = 7;

  static Stream<Arguments> rows() throws IOException {
    try (InputStream file =
        Objects.requireNonNull(
            EventTranslationsTest.class.getResourceAsStream("/event-translations.json"))) {
      return StreamSupport.stream(JSON.readTree(file).spliterator(), false)
          .map(row -> Arguments.of(row.path("name").asText(), row))
          .toList()
          .stream();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void isTranslatedFieldForField(String name, JsonNode row) throws IOException {
    V1Event event = event(row.path("v1"));

    String translated =
        JSON.writerWithDefaultPrettyPrinter()
            .writeValueAsString(EventTranslator.translate(event, context(row.path("context"))));

    assertThat(translated).isEqualTo(row.path("v0").toPrettyString());
    assertThat(Kind.of(event).parts()).isEqualTo(row.path("v0").size());
  }

  @Test
  void longOutputKeepsItsTwoEndsAndCountsAsPythonDoes() {
    String smile = "\uD83D\uDE00";
    assertThat(Answers.cut(smile.repeat(30_000))).isEqualTo(smile.repeat(30_000));
    assertThat(Answers.cut("a".repeat(15_000) + smile + "b".repeat(15_000)))
        .isEqualTo(
            "a".repeat(15_000)
                + "\n[... Observation truncated due to length ...]\n"
                + "b".repeat(15_000));
  }

  private static Context context(JsonNode row) {
    Map<String, NumberRange> numbers = new HashMap<>();
    row.path("numbers")
        .properties()
        .forEach(
            each ->
                numbers.put(
                    each.getKey(),
                    new NumberRange(
                        each.getValue().path(0).asLong(), each.getValue().path(1).asLong())));
    return Context.numbered(NUMBER)
        .cause(row.has("cause") ? Long.valueOf(row.path("cause").asLong()) : null)
        .action(eventOrNull(row.path("action")))
        .calls(row.path("calls").asInt(1))
        .model(row.path("model").textValue())
        .stats(eventOrNull(row.path("stats")))
        .first(row.path("first").asBoolean())
        .numbers(numbers::get)
        .build();
  }

  private static @Nullable V1Event eventOrNull(JsonNode json) {
    return json.isObject() ? event(json) : null;
  }

  private static V1Event event(JsonNode json) {
    return V1Event.of(
        JSON.convertValue(json, new TypeReference<Map<String, @Nullable Object>>() {}));
  }
}
