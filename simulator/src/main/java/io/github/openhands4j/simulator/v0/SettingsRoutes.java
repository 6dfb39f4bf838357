package io.github.openhands4j.simulator.v0;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** {@code /api/settings} and the git providers. */
final class SettingsRoutes {

  private static final List<String> TEXTS =
      List.of(
          "language",
          "agent",
          "security_analyzer",
          "llm_model",
          "llm_api_key",
          "llm_base_url",
          "git_user_name",
          "git_user_email");
  private static final int SMALLEST_CONDENSER = 20;

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
    for (String key : TEXTS) {
      JsonNode value = body.path(key);
      if (!value.isMissingNode() && !value.isNull() && !value.isTextual()) {
        problems.notText(List.of("body", key), value);
      }
    }
    JsonNode size = body.path("condenser_max_size");
    if (size.isInt() && size.intValue() < SMALLEST_CONDENSER) {
      problems
          .add(
              "greater_than_equal",
              List.of("body", "condenser_max_size"),
              "Input should be greater than or equal to 20",
              size)
          .set("ctx", Json.object().put("ge", SMALLEST_CONDENSER));
    }
    if (!problems.isEmpty()) {
      return problems.reply();
    }
    store.settings().store(body);
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
    JsonNode tokens = body.path("provider_tokens");
    for (Map.Entry<String, JsonNode> token : tokens.properties()) {
      if (!Words.PROVIDERS.contains(token.getKey())) {
        problems.notAWord(
            List.of("body", "provider_tokens", token.getKey(), "[key]"),
            Json.of(token.getKey()),
            Words.PROVIDERS);
      }
    }
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
    store.settings().providers().clear();
    tokens
        .properties()
        .forEach(
            token ->
                store
                    .settings()
                    .providers()
                    .put(token.getKey(), token.getValue().path("host").textValue()));
    return V0Reply.json(200, Json.object("message", "Git providers stored"));
  }

  V0Reply unsetProviders() {
    store.settings().providers().clear();
    return V0Reply.json(200, Json.object("message", "Unset Git provider tokens"));
  }
}
