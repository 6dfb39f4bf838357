package io.github.openhands4j.simulator.v0;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** {@code /api/settings} and the git providers. */
final class SettingsRoutes {

  private final Store store;

  SettingsRoutes(Store store) {
    this.store = store;
  }

  V0Reply get() {
    return store.account() == V0Account.WITHOUT_SETTINGS
        ? V0Reply.json(404, Json.object("error", "Settings not found"))
        : V0Reply.json(200, store.settings().toJson());
  }

  V0Reply store(V0Request request) {
    Problems problems = new Problems();
    ObjectNode body = JsonBody.of(request, problems);
    ObjectNode settings = SettingsRules.read(body, problems);
    if (!problems.isEmpty()) {
      return problems.reply();
    }
    store.settings().store(settings);
    if (store.account() == V0Account.WITHOUT_SETTINGS) {
      store.account(V0Account.COMPLETE);
    }
    return V0Reply.json(200, Json.object("message", "Settings stored"));
  }

  static V0Reply reset() {
    return V0Reply.json(
        410, Json.object("error", "Reset settings functionality has been removed."));
  }

  V0Reply addProviders(V0Request request) {
    Problems problems = new Problems();
    ObjectNode body = JsonBody.of(request, problems);
    JsonNode tokens = ProviderRules.tokens(body, problems);
    if (!problems.isEmpty()) {
      return problems.reply();
    }
    for (Map.Entry<String, JsonNode> token : tokens.properties()) {
      if (store.isTokenRefused(token.getValue().path("token").asText())) {
        return V0Reply.json(
            401,
            Json.object(
                "error",
                "Invalid token. Please make sure it is a valid " + token.getKey() + " token."));
      }
    }
    store.settings().connect(tokens);
    store.keepSecrets();
    return V0Reply.json(200, Json.object("message", "Git providers stored"));
  }

  V0Reply unsetProviders() {
    store.settings().providers().clear();
    return V0Reply.json(200, Json.object("message", "Unset Git provider tokens"));
  }
}
