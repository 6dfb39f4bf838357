package io.github.openhands4j.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * Text in a message.
 *
 * @param text the text
 * @param cachePrompt whether the model may cache up to here; left out on the wire when false
 */
@JsonPropertyOrder({"type", "text", "cache_prompt"})
public record TextContent(
    @JsonProperty("text") String text,
    @JsonProperty("cache_prompt") @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean cachePrompt)
    implements ContentBlock {

  /**
   * A text block.
   *
   * @param text the text
   * @return the block
   */
  public static TextContent of(String text) {
    return new TextContent(text, false);
  }

  @Override
  @JsonProperty("type")
  public String type() {
    return "text";
  }

  @Override
  public String toString() {
    return "TextContent[" + text.length() + " characters]";
  }
}
