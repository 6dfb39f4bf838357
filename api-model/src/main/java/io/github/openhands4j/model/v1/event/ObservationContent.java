package io.github.openhands4j.model.v1.event;

import io.github.openhands4j.model.ContentBlock;
import io.github.openhands4j.model.TextContent;
import java.util.ArrayList;
import java.util.List;

/**
 * What every observation has. Before release 1.0 it was a text {@code output} and an {@code error}
 * that was a text or a truth value.
 */
final class ObservationContent {

  private ObservationContent() {}

  static List<ContentBlock> of(Fields fields) {
    if (fields.any("content") != null) {
      return fields.content("content");
    }
    List<ContentBlock> content = new ArrayList<>();
    for (String old : List.of("output", "error")) {
      if (fields.any(old) instanceof String text && !text.isEmpty()) {
        content.add(TextContent.of(text));
      }
    }
    return content;
  }

  static boolean isError(Fields fields) {
    Object old = fields.any("error");
    return fields.flag("is_error")
        || Boolean.TRUE.equals(old)
        || (old instanceof String text && !text.isEmpty());
  }
}
