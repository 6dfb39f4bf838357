package io.github.openhands4j.compat.internal.http.route;

import io.github.openhands4j.compat.http.V0Response;
import io.github.openhands4j.compat.internal.http.schema.RequestModels;
import io.github.openhands4j.compat.operations.V0Operation;
import io.github.openhands4j.model.ProviderType;
import io.github.openhands4j.model.Secret;
import io.github.openhands4j.model.v0.CustomSecret;
import io.github.openhands4j.model.v0.ProviderToken;
import io.github.openhands4j.v0.OpenHandsV0Client;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Settings, git providers, secrets, options and health. */
final class AccountRoutes {

  private static final String SECRET = "/api/secrets/{name}";

  private AccountRoutes() {}

  static List<Route> options() {
    return List.of(
        Route.of("GET", "/api/options/models", ErrorShape.ERROR, json(c -> c.options().models())),
        Route.of("GET", "/api/options/agents", ErrorShape.ERROR, json(c -> c.options().agents())),
        Route.of(
            "GET",
            "/api/options/security-analyzers",
            ErrorShape.ERROR,
            json(c -> c.options().securityAnalyzers())),
        Route.of("GET", "/api/options/config", ErrorShape.ERROR, json(c -> c.options().config())));
  }

  static List<Route> settings() {
    return List.of(
        Route.of("GET", "/api/settings", ErrorShape.ERROR, json(c -> c.settings().getSettings())),
        Route.of("POST", "/api/reset-settings", ErrorShape.ERROR, AccountRoutes::reset),
        Route.of("POST", "/api/settings", ErrorShape.ERROR, AccountRoutes::store)
            .body(BodyRule.json(RequestModels.SETTINGS)),
        Route.of("POST", "/api/add-git-providers", ErrorShape.ERROR, AccountRoutes::addProviders)
            .body(BodyRule.json(RequestModels.PROVIDERS)),
        Route.of(
            "POST",
            "/api/unset-provider-tokens",
            ErrorShape.ERROR,
            done("Unset Git provider tokens", c -> c.settings().unsetProviderTokens())),
        Route.of("GET", "/api/secrets", ErrorShape.ERROR, AccountRoutes::listSecrets),
        Route.of("POST", "/api/secrets", ErrorShape.ERROR, AccountRoutes::createSecret)
            .body(BodyRule.json(RequestModels.NEW_SECRET)),
        Route.of("PUT", SECRET, ErrorShape.ERROR, AccountRoutes::updateSecret)
            .body(BodyRule.json(RequestModels.SECRET)),
        Route.of("DELETE", SECRET, ErrorShape.ERROR, AccountRoutes::deleteSecret));
  }

  static List<Route> health() {
    return List.of(
        Route.of("GET", "/alive", ErrorShape.ERROR, json(c -> c.health().alive())).withoutKey(),
        Route.of("GET", "/health", ErrorShape.ERROR, json(c -> c.health().health())).withoutKey(),
        Route.of("GET", "/server_info", ErrorShape.ERROR, json(c -> c.health().serverInfo()))
            .withoutKey());
  }

  /** A typed call without arguments. */
  private interface Ask {
    Object of(OpenHandsV0Client client);
  }

  /** A typed call without arguments and without answer. */
  private interface Order {
    void to(OpenHandsV0Client client);
  }

  private static Handler json(Ask ask) {
    return (call, client) -> Answers.json(200, ask.of(client));
  }

  private static Handler done(String message, Order order) {
    return (call, client) -> {
      order.to(client);
      return Answers.json(200, Map.of("message", message));
    };
  }

  /** The typed call always fails; should a backend do otherwise, the answer is still V0's. */
  private static V0Response reset(Call call, OpenHandsV0Client client) {
    client.settings().resetSettings();
    return Answers.json(410, Map.of("error", "Reset settings functionality has been removed."));
  }

  private static V0Response store(Call call, OpenHandsV0Client client) {
    client.settings().storeSettings(call.object());
    return Answers.json(200, Map.of("message", "Settings stored"));
  }

  private static V0Response addProviders(Call call, OpenHandsV0Client client) {
    if (call.object().get("mcp_config") != null) {
      throw call.refused(V0Operation.ADD_GIT_PROVIDERS);
    }
    Map<ProviderType, ProviderToken> tokens = new LinkedHashMap<>();
    Call.object(call.object().get("provider_tokens"))
        .forEach((provider, token) -> tokens.put(ProviderType.of(provider), token(token)));
    client.settings().addGitProviders(tokens);
    return Answers.json(200, Map.of("message", "Git providers stored"));
  }

  private static ProviderToken token(@Nullable Object token) {
    return Answers.typed(Call.object(token), ProviderToken.class);
  }

  private static V0Response listSecrets(Call call, OpenHandsV0Client client) {
    return Answers.json(200, Map.of("custom_secrets", client.secrets().listSecrets()));
  }

  private static V0Response createSecret(Call call, OpenHandsV0Client client) {
    client.secrets().createSecret(secret(call), Secret.of(call.bodyText("value")));
    return Answers.json(201, Map.of("message", "Secret created successfully"));
  }

  private static V0Response updateSecret(Call call, OpenHandsV0Client client) {
    client.secrets().updateSecret(name(call), secret(call));
    return Answers.json(200, Map.of("message", "Secret updated successfully"));
  }

  private static V0Response deleteSecret(Call call, OpenHandsV0Client client) {
    client.secrets().deleteSecret(name(call));
    return Answers.json(200, Map.of("message", "Secret deleted successfully"));
  }

  private static String name(Call call) {
    return Objects.requireNonNull(call.path().get("name"));
  }

  private static CustomSecret secret(Call call) {
    return CustomSecret.builder()
        .name(call.bodyText("name"))
        .description((String) call.object().get("description"))
        .build();
  }
}
