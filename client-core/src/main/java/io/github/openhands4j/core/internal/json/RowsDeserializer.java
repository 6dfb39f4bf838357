package io.github.openhands4j.core.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads lists row by row: one that is not of the expected form is set aside, and the others are
 * there. A body that is no list, or no JSON, is refused as a whole.
 *
 * <p>To read an odd row once more it is kept beside, which costs as much as reading it. So whoever
 * has the whole body asks for {@link #AT_ONCE} first, where an odd row fails all, and then row by
 * row.
 */
final class RowsDeserializer extends StdDeserializer<Rows<?>> implements ContextualDeserializer {

  private static final long serialVersionUID = 1L;

  /** The attribute of a reader that keeps nothing beside. */
  static final Object AT_ONCE = RowsDeserializer.class;

  private final JavaType row;

  /** For rows of any type. */
  RowsDeserializer(JavaType row) {
    super(Rows.class);
    this.row = row;
  }

  @Override
  public JsonDeserializer<?> createContextual(
      DeserializationContext context, @Nullable BeanProperty property) {
    return new RowsDeserializer(context.getContextualType().containedTypeOrUnknown(0));
  }

  @Override
  public Rows<?> deserialize(JsonParser parser, DeserializationContext context) throws IOException {
    return rows(parser, context, row);
  }

  static Rows<Object> rows(JsonParser parser, DeserializationContext context, JavaType row)
      throws IOException {
    if (!parser.isExpectedStartArrayToken()) {
      context.handleUnexpectedToken(List.class, parser);
    }
    boolean atOnce = context.getAttribute(AT_ONCE) != null;
    List<@Nullable Object> items = new ArrayList<>();
    Map<Integer, Rows.OddRow> odd = new HashMap<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (parser.currentToken() == JsonToken.VALUE_NULL) {
        items.add(null);
        continue;
      }
      if (atOnce) {
        items.add(context.readValue(parser, row));
        continue;
      }
      TokenBuffer kept = context.bufferAsCopyOfValue(parser);
      try (JsonParser again = kept.asParserOnFirstToken()) {
        items.add(context.readValue(again, row));
      } catch (JsonMappingException otherForm) {
        try (JsonParser again = kept.asParserOnFirstToken()) {
          Object json = context.readValue(again, Object.class);
          odd.put(items.size(), new Rows.OddRow(json, JsonFailure.of(otherForm)));
          items.add(null);
        }
      }
    }
    return new Rows<>(items, odd);
  }
}
