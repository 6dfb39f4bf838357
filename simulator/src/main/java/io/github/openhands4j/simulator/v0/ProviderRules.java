package io.github.openhands4j.simulator.v0;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** Validates the tokens of git providers that a caller stores. */
final class ProviderRules {

  private static final String TOKENS = "provider_tokens";

  private ProviderRules() {}

  /**
   * The tokens in a body, by provider.
   *
   * @param body the body
   * @param problems where problems are noted
   */
  static JsonNode tokens(ObjectNode body, Problems problems) {
    JsonNode tools = body.path("mcp_config");
    if (!tools.isMissingNode() && !tools.isNull()) {
      JsonNode unused = ToolServers.read(tools, List.of("body", "mcp_config"), problems);
    }
    JsonNode tokens = body.path(TOKENS);
    if (!tokens.isMissingNode() && !tokens.isObject()) {
      problems.add(
          "dict_type", List.of("body", TOKENS), "Input should be a valid dictionary", tokens);
    }
    for (Map.Entry<String, JsonNode> token : tokens.properties()) {
      check(token.getKey(), token.getValue(), problems);
    }
    return tokens;
  }

  private static void check(String provider, JsonNode token, Problems problems) {
    if (!Words.PROVIDERS.contains(provider)) {
      problems.notAWord(
          List.of("body", TOKENS, provider, "[key]"), Json.of(provider), Words.PROVIDERS);
    }
    if (!token.isObject()) {
      problems.notObject(List.of("body", TOKENS, provider), token);
    }
    for (String key : List.of("token", "user_id", "host")) {
      JsonNode value = token.path(key);
      if (!value.isMissingNode() && !value.isNull()) {
        JsonNode unused = new Values(List.of("body", TOKENS, provider, key), problems).text(value);
      }
    }
  }
}
