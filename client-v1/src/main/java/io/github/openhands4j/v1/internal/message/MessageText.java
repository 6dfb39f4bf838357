package io.github.openhands4j.v1.internal.message;

import io.github.openhands4j.model.TextContent;
import io.github.openhands4j.model.v1.AppSendMessageRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The texts of a message, by which it is known again.
 *
 * @param parts the text parts, in order; other parts do not count
 */
record MessageText(List<String> parts) {

  static MessageText of(AppSendMessageRequest message) {
    return new MessageText(
        message.content().stream()
            .filter(TextContent.class::isInstance)
            .map(part -> ((TextContent) part).text())
            .toList());
  }

  /** Whether there is anything to know it by. */
  boolean isRecognizable() {
    return parts.stream().anyMatch(part -> !part.isBlank());
  }

  /** Whether an event of the server is a message of the user with these texts. */
  boolean isSaidBy(Map<String, @Nullable Object> event) {
    return "user".equals(event.get("source"))
        && event.get("llm_message") instanceof Map<?, ?> message
        && message.get("content") instanceof List<?> content
        && parts.equals(texts(content));
  }

  private static List<String> texts(List<?> content) {
    List<String> texts = new ArrayList<>();
    for (Object part : content) {
      if (part instanceof Map<?, ?> fields && fields.get("text") instanceof String text) {
        texts.add(text);
      }
    }
    return texts;
  }
}
