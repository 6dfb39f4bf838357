package io.github.openhands4j.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The JSON reader and writer of the simulator: compact, nulls written, trailing junk refused. */
final class Json {

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private Json() {}

  /** A new empty object. */
  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** A new empty array. */
  static ArrayNode array() {
    return JsonNodeFactory.instance.arrayNode();
  }

  /** A text. */
  static JsonNode string(String text) {
    return JsonNodeFactory.instance.textNode(text);
  }

  /** The node's text, or null when it is absent, null or not a text. */
  static @Nullable String text(JsonNode object, String name) {
    return object.path(name).textValue();
  }

  /** Compact UTF-8 bytes of a node. */
  static byte[] bytes(JsonNode node) {
    try {
      return MAPPER.writeValueAsBytes(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a node of the simulator cannot be written", e);
    }
  }

  /**
   * Reads exactly one document.
   *
   * @throws IOException when the bytes are not one JSON document
   */
  static JsonNode parse(byte[] bytes) throws IOException {
    return MAPPER.readTree(new String(bytes, StandardCharsets.UTF_8));
  }

  /**
   * Reads an object that a test wrote.
   *
   * @throws IllegalArgumentException when the text is not one JSON object
   */
  static ObjectNode objectOf(String text) {
    try {
      if (MAPPER.readTree(text) instanceof ObjectNode object) {
        return object;
      }
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not JSON: " + text, e);
    }
    throw new IllegalArgumentException("not a JSON object: " + text);
  }
}
