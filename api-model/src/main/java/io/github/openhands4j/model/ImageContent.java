package io.github.openhands4j.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.github.openhands4j.model.internal.Copies;
import java.util.List;

/**
 * Images in a message.
 *
 * @param imageUrls {@code data:} or {@code https:} URLs
 * @param cachePrompt whether the model may cache up to here; left out on the wire when false
 */
@JsonPropertyOrder({"type", "image_urls", "cache_prompt"})
public record ImageContent(
    @JsonProperty("image_urls") List<String> imageUrls,
    @JsonProperty("cache_prompt") @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean cachePrompt)
    implements ContentBlock {

  public ImageContent {
    imageUrls = Copies.list(imageUrls);
  }

  /**
   * An image block.
   *
   * @param imageUrls {@code data:} or {@code https:} URLs
   * @return the block
   */
  public static ImageContent of(List<String> imageUrls) {
    return new ImageContent(imageUrls, false);
  }

  @Override
  @JsonProperty("type")
  public String type() {
    return "image";
  }

  @Override
  public String toString() {
    return "ImageContent[" + imageUrls.size() + " images]";
  }
}
