package io.github.openhands4j.realserver.likeness;

import io.github.openhands4j.realserver.RecordedExchange;
import io.github.openhands4j.realserver.ServerKind;
import java.util.List;
import java.util.regex.Pattern;

/** Which routes of a real server its simulator does not have and does not want to have. */
final class Coverage {

  private static final Coverage OF_V1 = new Coverage(List.of(".* /api/v1/webhooks/.*"));

  /** The server of the days of V0 has an early V1 beside it. */
  private static final Coverage OF_V0 =
      new Coverage(List.of(".* /api/v1/.*", ".* /api/security/.*"));

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
