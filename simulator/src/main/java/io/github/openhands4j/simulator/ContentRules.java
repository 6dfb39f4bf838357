package io.github.openhands4j.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.List;

/**
 * The rules of content blocks. A block that fits neither a text nor an image gets the errors of
 * both; an unknown key is refused in a text and ignored in an image.
 */
final class ContentRules {

  private final Violations found;
  private final Checks checks;

  /** Errors go into the given list. */
  ContentRules(Violations found) {
    this.found = found;
    this.checks = new Checks(found);
  }

  /** Checks a list of blocks. */
  void blocks(JsonNode content, Loc at, int atLeast) {
    checks.list(content, at, this::block);
    if (content.isArray() && content.size() < atLeast) {
      found.add(
          "too_short",
          at,
          "List should have at least " + atLeast + " item after validation, not " + content.size(),
          content,
          Json.object()
              .put("field_type", "List")
              .put("min_length", atLeast)
              .put("actual_length", content.size()));
    }
  }

  private void block(JsonNode block, Loc at) {
    Violations asText = new Violations();
    text(block, at.at("TextContent"), asText);
    Violations asImage = new Violations();
    image(block, at.at("ImageContent"), asImage);
    if (!asText.none() && !asImage.none()) {
      text(block, at.at("TextContent"), found);
      image(block, at.at("ImageContent"), found);
    }
  }

  private static void text(JsonNode block, Loc at, Violations into) {
    Checks checks = new Checks(into);
    if (!checks.isObject(block, at)) {
      return;
    }
    checks.optional(block, at, "cache_prompt", checks::truth);
    checks.optional(
        block, at, "type", (value, where) -> checks.literal(value, where, List.of("text")));
    checks.required(block, at, "text", checks::text);
    for (Iterator<String> names = block.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!name.equals("cache_prompt") && !name.equals("type") && !name.equals("text")) {
        into.add(
            "extra_forbidden", at.at(name), "Extra inputs are not permitted", block.path(name));
      }
    }
  }

  private static void image(JsonNode block, Loc at, Violations into) {
    Checks checks = new Checks(into);
    if (!checks.isObject(block, at)) {
      return;
    }
    checks.optional(block, at, "cache_prompt", checks::truth);
    checks.optional(
        block, at, "type", (value, where) -> checks.literal(value, where, List.of("image")));
    checks.required(
        block, at, "image_urls", (value, where) -> checks.list(value, where, checks::text));
  }
}
