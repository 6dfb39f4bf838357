package io.github.openhands4j.v0.internal.direct;

import io.github.openhands4j.model.ProviderType;
import io.github.openhands4j.model.v0.ProviderToken;
import io.github.openhands4j.v0.V0Settings;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Keeps settings and git providers on a V0 server. */
final class DirectSettings implements V0Settings {

  private final SettingsApi api;
  private final RouteCalls calls;
  private final Shapes shapes;

  DirectSettings(SettingsApi api, RouteCalls calls, Shapes shapes) {
    this.api = api;
    this.calls = calls;
    this.shapes = shapes;
  }

  @Override
  public Map<String, @Nullable Object> getSettings() {
    return calls.read(options -> shapes.map("settings", api.get(options), "llm_model"));
  }

  @Override
  public void storeSettings(Map<String, @Nullable Object> settings) {
    Objects.requireNonNull(settings, "settings");
    calls.write(
        options -> shapes.map("change of settings", api.store(settings, options), "message"));
  }

  @Override
  public void resetSettings() {
    calls.write(options -> shapes.map("reset of settings", api.reset(options)));
  }

  @Override
  public void addGitProviders(Map<ProviderType, ProviderToken> tokens) {
    Map<String, ProviderToken> byWord = new LinkedHashMap<>();
    tokens.forEach((provider, token) -> byWord.put(provider.value(), token));
    Bodies.ProviderTokens body = new Bodies.ProviderTokens(byWord);
    calls.write(
        options ->
            shapes.map("change of git providers", api.addGitProviders(body, options), "message"));
  }

  @Override
  public void unsetProviderTokens() {
    calls.write(
        options -> shapes.map("end of git providers", api.unsetProviderTokens(options), "message"));
  }
}
