package io.github.openhands4j.agent;

import org.jspecify.annotations.Nullable;

/** What an agent server answers about the command {@code c1}. */
final class BashAnswers {

  static final Reply STARTED =
      Reply.json("{\"kind\":\"BashCommand\",\"id\":\"c1\",\"command\":\"x\"}");

  private BashAnswers() {}

  /** A page of its events. */
  static Reply page(@Nullable String next, String... pieces) {
    return Reply.json(
        "{\"items\":["
            + String.join(",", pieces)
            + "],\"next_page_id\":"
            + (next == null ? "null" : "\"" + next + "\"")
            + "}");
  }
}
