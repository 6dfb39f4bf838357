package io.github.openhands4j.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One part of a message: {@link TextContent}, {@link ImageContent}, or {@link UnknownContent} for a
 * kind this release does not know.
 */
public interface ContentBlock {

  /**
   * The kind of content.
   *
   * @return the wire word, for example {@code text}
   */
  String type();

  /**
   * Reads a block from its JSON object.
   *
   * @param json the object's fields
   * @return the block; unknown when the kind is new or the object does not fit its kind
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static ContentBlock fromJson(Map<String, @Nullable Object> json) {
    boolean cachePrompt = Boolean.TRUE.equals(json.get("cache_prompt"));
    Object type = json.get("type");
    if ("text".equals(type) && json.get("text") instanceof String text) {
      return new TextContent(text, cachePrompt);
    }
    if ("image".equals(type)
        && json.get("image_urls") instanceof List<?> urls
        && urls.stream().allMatch(String.class::isInstance)) {
      return new ImageContent(urls.stream().map(String.class::cast).toList(), cachePrompt);
    }
    return new UnknownContent(json);
  }
}
