package io.github.openhands4j.v1.internal.start;

import io.github.openhands4j.model.ConversationId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A start task of a form that this release does not know, as plain JSON values. */
final class OddTask {

  private OddTask() {}

  /** Whether it may be the start of an id: it says so, or says it in a way we cannot read. */
  static boolean mayBeOf(@Nullable Object task, ConversationId id) {
    if (!(task instanceof Map<?, ?> fields)) {
      return true;
    }
    Object request = fields.get("request");
    if (!(request instanceof Map<?, ?> echo)) {
      return request != null;
    }
    Object named = echo.get("conversation_id");
    return named instanceof String text
        ? text.replace("-", "").equalsIgnoreCase(id.hex())
        : named != null;
  }
}
