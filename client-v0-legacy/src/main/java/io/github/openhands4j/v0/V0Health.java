package io.github.openhands4j.v0;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether the server lives. Needs no key. May be repeated. Thread-safe.
 *
 * @deprecated since 0.1.0, with the V0 API.
 */
@Deprecated(since = "0.1.0")
public interface V0Health {
  /**
   * Whether it lives ({@code GET /alive}).
   *
   * @return {@code status}: {@code ok}
   */
  Map<String, @Nullable Object> alive();

  /**
   * Whether it is well ({@code GET /health}).
   *
   * @return {@code OK}
   */
  String health();

  /**
   * How long it runs and what it uses ({@code GET /server_info}).
   *
   * @return {@code uptime}, {@code idle_time} in seconds, {@code resources}
   */
  Map<String, @Nullable Object> serverInfo();
}
