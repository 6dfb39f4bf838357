package io.github.openhands4j.compat.internal.http.memory;

import io.github.openhands4j.model.ProviderType;
import io.github.openhands4j.model.Secret;
import io.github.openhands4j.model.v0.CustomSecret;
import io.github.openhands4j.model.v0.ProviderToken;
import io.github.openhands4j.v0.V0Health;
import io.github.openhands4j.v0.V0Options;
import io.github.openhands4j.v0.V0Secrets;
import io.github.openhands4j.v0.V0Settings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Settings and secrets in memory, and what hardly changes. */
public final class MemoryAccount implements V0Settings, V0Secrets, V0Options, V0Health {

  private final Map<String, @Nullable Object> settings = new LinkedHashMap<>();
  private final Map<ProviderType, ProviderToken> providers = new LinkedHashMap<>();
  private final Map<String, CustomSecret> secrets = new LinkedHashMap<>();
  private final Map<String, Secret> values = new LinkedHashMap<>();

  MemoryAccount() {
    secrets.put("TOKEN", CustomSecret.builder().name("TOKEN").build());
  }

  /**
   * The settings that were stored.
   *
   * @return them by name
   */
  public Map<String, @Nullable Object> stored() {
    return settings;
  }

  /**
   * The git providers.
   *
   * @return tokens by provider
   */
  public Map<ProviderType, ProviderToken> providers() {
    return providers;
  }

  /**
   * What a secret holds.
   *
   * @param name its name
   * @return its value, or null
   */
  public @Nullable Secret value(String name) {
    return values.get(name);
  }

  @Override
  public Map<String, @Nullable Object> getSettings() {
    if (settings.isEmpty()) {
      throw MemoryV0Client.failure(404, "{\"error\":\"Settings not found\"}");
    }
    return settings;
  }

  @Override
  public void storeSettings(Map<String, @Nullable Object> stored) {
    settings.putAll(stored);
  }

  @Override
  public void resetSettings() {
    throw MemoryV0Client.failure(
        410, "{\"error\":\"Reset settings functionality has been removed.\"}");
  }

  @Override
  public void addGitProviders(Map<ProviderType, ProviderToken> tokens) {
    providers.clear();
    providers.putAll(tokens);
  }

  @Override
  public void unsetProviderTokens() {
    providers.clear();
  }

  @Override
  public List<CustomSecret> listSecrets() {
    return new ArrayList<>(secrets.values());
  }

  @Override
  public void createSecret(CustomSecret secret, Secret value) {
    if (secrets.containsKey(secret.name())) {
      throw MemoryV0Client.failure(
          400, "{\"message\":\"Secret " + secret.name() + " already exists\"}");
    }
    secrets.put(secret.name(), secret);
    values.put(secret.name(), value);
  }

  @Override
  public void updateSecret(String name, CustomSecret secret) {
    requireKnown(name);
    secrets.put(name, secret);
  }

  @Override
  public void deleteSecret(String name) {
    requireKnown(name);
    secrets.remove(name);
  }

  private void requireKnown(String name) {
    if (!secrets.containsKey(name)) {
      throw MemoryV0Client.failure(404, "{\"error\":\"Secret with ID " + name + " not found\"}");
    }
  }

  @Override
  public List<String> models() {
    return List.of("a/model", "b/model");
  }

  @Override
  public List<String> agents() {
    return List.of("CodeActAgent");
  }

  @Override
  public List<String> securityAnalyzers() {
    return List.of("grayswan", "invariant", "llm");
  }

  @Override
  public Map<String, @Nullable Object> config() {
    return Map.of("APP_MODE", "saas");
  }

  @Override
  public Map<String, @Nullable Object> alive() {
    return Map.of("status", "ok");
  }

  @Override
  public String health() {
    return "OK";
  }

  @Override
  public Map<String, @Nullable Object> serverInfo() {
    return Map.of("uptime", 1.5);
  }
}
