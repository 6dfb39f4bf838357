package io.github.openhands4j.core.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import io.github.openhands4j.model.Page;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads pages row by row: one that is not of the expected form is set aside, and the others are
 * there. A body that is no page, or no JSON, is refused as a whole.
 */
final class PageDeserializer extends StdDeserializer<Page<?>> implements ContextualDeserializer {

  private static final long serialVersionUID = 1L;

  private final JavaType row;

  /** For rows of any type. */
  PageDeserializer(JavaType row) {
    super(Page.class);
    this.row = row;
  }

  @Override
  public JsonDeserializer<?> createContextual(
      DeserializationContext context, @Nullable BeanProperty property) {
    return new PageDeserializer(context.getContextualType().containedTypeOrUnknown(0));
  }

  @Override
  public Page<?> deserialize(JsonParser parser, DeserializationContext context) throws IOException {
    if (!parser.isExpectedStartObjectToken()) {
      return (Page<?>) context.handleUnexpectedToken(Page.class, parser);
    }
    List<@Nullable Object> rows = new ArrayList<>();
    List<@Nullable Object> unreadable = new ArrayList<>();
    String next = null;
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      JsonToken value = parser.nextToken();
      if (name.equals("items") && value != JsonToken.VALUE_NULL) {
        readRows(RowsDeserializer.rows(parser, context, row), rows, unreadable);
      } else if (name.equals("next_page_id") && value != JsonToken.VALUE_NULL) {
        next = context.readValue(parser, String.class);
      } else {
        parser.skipChildren();
      }
    }
    return new Page<>(rows, next, unreadable);
  }

  private static void readRows(
      Rows<Object> read, List<@Nullable Object> rows, List<@Nullable Object> unreadable) {
    Map<Integer, Object> odd = read.odd();
    for (int place = 0; place < read.size(); place++) {
      if (odd.containsKey(place)) {
        unreadable.add(odd.get(place));
      } else {
        rows.add(read.get(place));
      }
    }
  }
}
