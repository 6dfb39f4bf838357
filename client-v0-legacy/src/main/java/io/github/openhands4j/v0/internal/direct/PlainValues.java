package io.github.openhands4j.v0.internal.direct;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON without a type of its own as plain Java: Map, List, String, Boolean, Long, BigInteger,
 * Double and null. Order and nulls are kept; nothing can be modified.
 */
final class PlainValues extends StdDeserializer<Object> {

  private static final long serialVersionUID = 1L;

  PlainValues() {
    super(Object.class);
  }

  @Override
  public @Nullable Object deserialize(JsonParser parser, DeserializationContext context)
      throws IOException {
    return of(context.readTree(parser));
  }

  /** A tree as plain Java. */
  static @Nullable Object of(JsonNode node) {
    return switch (node.getNodeType()) {
      case OBJECT -> map(node);
      case ARRAY -> list(node);
      case STRING -> node.textValue();
      case BOOLEAN -> node.booleanValue();
      case NUMBER -> number(node);
      default -> null;
    };
  }

  /** An object as plain Java. */
  static Map<String, @Nullable Object> map(JsonNode object) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    object.properties().forEach(entry -> map.put(entry.getKey(), of(entry.getValue())));
    return Collections.unmodifiableMap(map);
  }

  private static List<@Nullable Object> list(JsonNode array) {
    List<@Nullable Object> list = new ArrayList<>(array.size());
    array.forEach(element -> list.add(of(element)));
    return Collections.unmodifiableList(list);
  }

  private static Object number(JsonNode number) {
    if (!number.isIntegralNumber()) {
      return number.doubleValue();
    }
    return number.canConvertToLong() ? (Object) number.longValue() : number.bigIntegerValue();
  }
}
