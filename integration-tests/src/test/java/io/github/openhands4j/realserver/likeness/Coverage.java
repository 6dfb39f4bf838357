package io.github.openhands4j.realserver.likeness;

import io.github.openhands4j.realserver.RecordedExchange;
import io.github.openhands4j.realserver.ServerKind;
import java.util.List;
import java.util.regex.Pattern;

/** Which routes of a real server its simulator does not have and does not want to have. */
final class Coverage {

  private static final Coverage OF_V1 =
      new Coverage(
          List.of(
              "POST /api/v1/app-conversations/stream-start",
              "POST /api/v1/app-conversations/[^/]+/switch_(profile|acp_model)",
              "GET /api/v1/app-conversations/[^/]+/(file|git/.*|skills|hooks|download)",
              "POST /api/v1/conversations/[^/]+/pending-messages",
              "POST /api/v1/sandboxes",
              "GET /api/v1/sandboxes/[^/]+/settings/.*",
              "GET /api/v1/sandbox-specs(/search)?",
              ".* /api/v1/settings(/.*)?",
              ".* /api/v1/secrets(/.*)?",
              "GET /api/v1/users/.*",
              ".* /api/v1/skills/.*",
              ".* /api/v1/webhooks/.*",
              "GET /api/v1/git/.*",
              "GET /api/v1/config/.*"));

  private static final Coverage OF_V0 =
      new Coverage(
          List.of(
              ".* /api/v1/.*",
              ".* /api/(settings|secrets|options|user|security|billing|add-git-providers).*",
              "GET /api/conversations/[^/]+/(config|vscode-url|web-hosts|list-files|select-file|trajectory|git/.*|events|microagents)",
              "POST /api/conversations/[^/]+/(events|exp-config|submit-feedback|upload-files)"));

  private final List<Pattern> without;

  private Coverage(List<String> without) {
    this.without = without.stream().map(Pattern::compile).toList();
  }

  static Coverage of(ServerKind kind) {
    return kind == ServerKind.V0 ? OF_V0 : OF_V1;
  }

  /** True when the simulator is meant to answer this as the real server did. */
  boolean imitates(RecordedExchange exchange) {
    return imitates(exchange.method() + " " + exchange.path());
  }

  /** The same of a method and a path with a blank between. */
  boolean imitates(String request) {
    return without.stream().noneMatch(pattern -> pattern.matcher(request).matches());
  }
}
