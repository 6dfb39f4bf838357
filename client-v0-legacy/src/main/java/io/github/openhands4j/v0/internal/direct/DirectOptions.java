package io.github.openhands4j.v0.internal.direct;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.openhands4j.v0.V0Options;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks a V0 server what it offers. */
final class DirectOptions implements V0Options {

  private static final String MODELS = "models";

  private final OptionsApi api;
  private final RouteCalls calls;
  private final Shapes shapes;

  DirectOptions(OptionsApi api, RouteCalls calls, Shapes shapes) {
    this.api = api;
    this.calls = calls;
    this.shapes = shapes;
  }

  /** A list; since 2026 an object that holds the list. */
  @Override
  public List<String> models() {
    return calls.read(
        options -> {
          JsonNode answer = api.models(options);
          return shapes.texts(
              MODELS, answer.isObject() ? shapes.field(MODELS, answer, "models") : answer);
        });
  }

  @Override
  public List<String> agents() {
    return calls.read(options -> shapes.texts("agents", api.agents(options)));
  }

  @Override
  public List<String> securityAnalyzers() {
    return calls.read(
        options -> shapes.texts("security analyzers", api.securityAnalyzers(options)));
  }

  @Override
  public Map<String, @Nullable Object> config() {
    return calls.read(options -> shapes.map("set-up", api.config(options), "APP_MODE"));
  }
}
