package io.github.openhands4j.compat.internal.account;

import static io.github.openhands4j.compat.operations.V0Operation.ADD_GIT_PROVIDERS;
import static io.github.openhands4j.compat.operations.V0Operation.GET_SETTINGS;
import static io.github.openhands4j.compat.operations.V0Operation.RESET_SETTINGS;
import static io.github.openhands4j.compat.operations.V0Operation.STORE_SETTINGS;
import static io.github.openhands4j.compat.operations.V0Operation.UNSET_PROVIDER_TOKENS;

import io.github.openhands4j.compat.CompatOptions.LossyFeatures;
import io.github.openhands4j.compat.internal.translate.V0Bodies;
import io.github.openhands4j.compat.internal.usage.UsageMeter;
import io.github.openhands4j.compat.internal.usage.V0Calls;
import io.github.openhands4j.core.NotFoundException;
import io.github.openhands4j.core.UnauthorizedException;
import io.github.openhands4j.core.internal.resilience.Calls;
import io.github.openhands4j.core.internal.resilience.OperationClass;
import io.github.openhands4j.model.ProviderType;
import io.github.openhands4j.model.v0.ProviderToken;
import io.github.openhands4j.v0.V0Settings;
import io.github.openhands4j.v1.api.V1Api;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** V0's settings and git providers, in V1's settings and secrets. */
public final class SettingsOnV1 implements V0Settings {

  private static final Logger LOG = LoggerFactory.getLogger("io.github.openhands4j.compat");

  private final V0Calls v0;
  private final UsageMeter meter;
  private final V1Api api;
  private final Calls calls;
  private final LossyFeatures lossy;

  /**
   * Creates the group.
   *
   * @param v0 counts the calls
   * @param meter counts what is lost
   * @param api the V1 door
   * @param calls makes the requests
   * @param lossy what happens to settings that V1 does not have
   */
  public SettingsOnV1(V0Calls v0, UsageMeter meter, V1Api api, Calls calls, LossyFeatures lossy) {
    this.v0 = v0;
    this.meter = meter;
    this.api = api;
    this.calls = calls;
    this.lossy = lossy;
  }

  @Override
  public Map<String, @Nullable Object> getSettings() {
    return v0.answered(
        GET_SETTINGS,
        () ->
            SettingsOfV1.flat(calls.call(OperationClass.READ, times -> api.settings().get(times))));
  }

  @Override
  public void storeSettings(Map<String, @Nullable Object> settings) {
    v0.done(
        STORE_SETTINGS,
        () -> {
          SettingsOfV0.Translated translated =
              SettingsOfV0.translate(settings, mcpServers(settings), lossy);
          translated.dropped().forEach(this::dropped);
          calls.call(
              OperationClass.OTHER_WRITE,
              times -> api.settings().store(translated.changes(), times));
        });
  }

  /** Read only if some are to be stored. */
  private @Nullable Object mcpServers(Map<String, @Nullable Object> settings) {
    if (!(settings.get("mcp_config") instanceof Map)) {
      return null;
    }
    try {
      Map<String, @Nullable Object> current =
          calls.call(OperationClass.READ, times -> api.settings().get(times));
      return current.get("agent_settings") instanceof Map<?, ?> agent
          ? agent.get("mcp_config")
          : null;
    } catch (NotFoundException noneYet) {
      return null;
    }
  }

  private void dropped(String field) {
    meter.lost(field);
    LOG.warn("a setting that V1 does not have was left out [field={}]", field);
  }

  @Override
  public void resetSettings() {
    v0.done(
        RESET_SETTINGS,
        () -> {
          throw V0Bodies.error(410, "Reset settings functionality has been removed.", null);
        });
  }

  @Override
  public void addGitProviders(Map<ProviderType, ProviderToken> tokens) {
    v0.done(
        ADD_GIT_PROVIDERS,
        () -> {
          try {
            calls.call(
                OperationClass.OTHER_WRITE,
                times ->
                    api.secrets()
                        .storeGitProviders(Map.of("provider_tokens", body(tokens)), times));
          } catch (UnauthorizedException refused) {
            throw V0Bodies.error(401, refused.serverMessage().orElse("Invalid token."), refused);
          }
        });
  }

  private static Map<String, Object> body(Map<ProviderType, ProviderToken> tokens) {
    Map<String, Object> body = new LinkedHashMap<>();
    tokens.forEach(
        (provider, token) -> {
          Map<String, @Nullable Object> fields = new LinkedHashMap<>();
          fields.put("token", token.token() == null ? null : token.token().reveal());
          fields.put("user_id", token.userId());
          fields.put("host", token.host());
          body.put(provider.value(), fields);
        });
    return body;
  }

  @Override
  public void unsetProviderTokens() {
    v0.done(
        UNSET_PROVIDER_TOKENS,
        () ->
            calls.call(
                OperationClass.OTHER_WRITE, times -> api.secrets().deleteGitProviders(times)));
  }
}
