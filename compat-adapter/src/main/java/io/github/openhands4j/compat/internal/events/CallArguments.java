package io.github.openhands4j.compat.internal.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import io.github.openhands4j.core.internal.json.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The arguments of a tool call as the model wrote them: JSON in a text. */
final class CallArguments {

  private static final long MOST_BYTES = 1 << 24;
  private static final ObjectReader READER = Json.mapper(MOST_BYTES).readerFor(Object.class);

  private CallArguments() {}

  /** The arguments; a text that is no JSON object is kept whole, under one name. */
  static Map<String, @Nullable Object> read(String text) {
    try {
      if (READER.readValue(text) instanceof Map<?, ?> object) {
        return new Fields(object).without();
      }
    } catch (JsonProcessingException notJson) {
      // A refused call may be refused for just that.
    }
    return Args.of("arguments", text).map();
  }
}
