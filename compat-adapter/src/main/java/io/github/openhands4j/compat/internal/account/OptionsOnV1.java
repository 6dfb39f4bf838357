package io.github.openhands4j.compat.internal.account;

import static io.github.openhands4j.compat.operations.V0Operation.OPTIONS_AGENTS;
import static io.github.openhands4j.compat.operations.V0Operation.OPTIONS_CONFIG;
import static io.github.openhands4j.compat.operations.V0Operation.OPTIONS_MODELS;
import static io.github.openhands4j.compat.operations.V0Operation.OPTIONS_SECURITY_ANALYZERS;

import io.github.openhands4j.compat.internal.usage.V0Calls;
import io.github.openhands4j.core.internal.resilience.Calls;
import io.github.openhands4j.core.internal.resilience.OperationClass;
import io.github.openhands4j.v0.V0Options;
import io.github.openhands4j.v1.api.V1Api;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What V0 offered, as far as V1 does. */
public final class OptionsOnV1 implements V0Options {

  private final V0Calls v0;
  private final V1Api api;
  private final Calls calls;
  private final Rows rows;

  /**
   * Creates the group.
   *
   * @param v0 counts the calls
   * @param api the V1 door
   * @param calls makes the requests
   */
  public OptionsOnV1(V0Calls v0, V1Api api, Calls calls) {
    this.v0 = v0;
    this.api = api;
    this.calls = calls;
    this.rows = new Rows(calls);
  }

  @Override
  public List<String> models() {
    return v0.answered(
        OPTIONS_MODELS,
        () ->
            rows.of(Map.of(), api.config()::models)
                .map(OptionsOnV1::name)
                .filter(name -> !name.isEmpty())
                .distinct()
                .sorted()
                .toList());
  }

  /** V0 wrote the provider in front, V1 has it apart. */
  private static String name(Map<String, @Nullable Object> model) {
    String name = Objects.toString(model.get("name"), "");
    Object provider = model.get("provider");
    return provider == null || name.isEmpty() ? name : provider + "/" + name;
  }

  @Override
  public List<String> agents() {
    return v0.answered(OPTIONS_AGENTS, () -> List.of("CodeActAgent"));
  }

  @Override
  public List<String> securityAnalyzers() {
    return v0.answered(OPTIONS_SECURITY_ANALYZERS, () -> List.of("llm"));
  }

  @Override
  public Map<String, @Nullable Object> config() {
    return v0.answered(
        OPTIONS_CONFIG,
        () -> WebConfig.toV0(calls.call(OperationClass.READ, times -> api.webClient().get(times))));
  }
}
