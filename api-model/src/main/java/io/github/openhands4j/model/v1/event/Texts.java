package io.github.openhands4j.model.v1.event;

import io.github.openhands4j.model.ContentBlock;
import io.github.openhands4j.model.TextContent;
import java.util.List;
import java.util.stream.Collectors;

/** The texts among the parts of a message. */
final class Texts {

  private Texts() {}

  static String of(List<ContentBlock> content) {
    return content.stream()
        .filter(TextContent.class::isInstance)
        .map(part -> ((TextContent) part).text())
        .collect(Collectors.joining("\n"));
  }
}
