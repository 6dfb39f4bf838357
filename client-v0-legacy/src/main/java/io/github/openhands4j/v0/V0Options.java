package io.github.openhands4j.v0;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the server offers. May be repeated. Thread-safe.
 *
 * @deprecated since 0.1.0, with the V0 API.
 */
@Deprecated(since = "0.1.0")
public interface V0Options {
  /**
   * The models ({@code GET /api/options/models}). Answers to any key.
   *
   * @return names, sorted
   */
  List<String> models();

  /**
   * The agents ({@code GET /api/options/agents}).
   *
   * @return names
   */
  List<String> agents();

  /**
   * The security analyzers ({@code GET /api/options/security-analyzers}).
   *
   * @return names
   */
  List<String> securityAnalyzers();

  /**
   * What the web application is set up with ({@code GET /api/options/config}).
   *
   * @return the set-up by V0's names
   */
  Map<String, @Nullable Object> config();
}
