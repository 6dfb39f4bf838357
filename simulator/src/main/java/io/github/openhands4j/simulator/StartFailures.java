package io.github.openhands4j.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The words with which a start that the server itself fails ends up in {@code detail}. */
final class StartFailures {

  private static final Set<String> RESERVED =
      Set.of("WORKER_1", "WORKER_2", "OH_WEBHOOKS_0_BASE_URL", "OH_SESSION_API_KEYS_0");
  private static final String MORE =
      "\nFor more information check: "
          + "https://developer.mozilla.org/en-US/docs/Web/HTTP/Status/";

  private StartFailures() {}

  /** The named sandbox does not exist. */
  static String unknownSandbox(String id) {
    return "500: Sandbox not found: " + id;
  }

  /** The agent server refused the key: another start with the same id took the sandbox over. */
  static String unauthorized(String agentServer) {
    return "Client error '401 Unauthorized' for url '"
        + agentServer
        + "/api/conversations'"
        + MORE
        + "401";
  }

  /** The agent server could not make the conversation: it exists already in that folder. */
  static String serverError(String agentServer) {
    return "Server error '500 Internal Server Error' for url '"
        + agentServer
        + "/api/conversations'"
        + MORE
        + "500";
  }

  /** A secret of the request has a name the server keeps for itself; null when none has. */
  static @Nullable String reservedSecret(JsonNode echo) {
    for (Iterator<String> names = echo.path("secrets").fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (name.startsWith("LLM_")) {
        return "Secret name '"
            + name
            + "' starts with reserved prefix 'LLM_' and cannot be used. "
            + "These variables are used for LLM configuration controls.";
      }
      if (RESERVED.contains(name)) {
        return "Secret name '" + name + "' is reserved and cannot be used.";
      }
    }
    return null;
  }
}
