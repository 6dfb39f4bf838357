package io.github.openhands4j.v0.internal.rules;

import io.github.openhands4j.core.ErrorCode;
import io.github.openhands4j.v0.V0Exception;
import java.util.Objects;

/**
 * Refuses ids that a V0 server refuses, with the server's words, and those that would change the
 * path of a request. Any other text may be an id: V0 never asked for a UUID.
 */
public final class ConversationIdRule {

  private static final int MOST_CHARACTERS = 100;
  private static final int FIRST_PRINTABLE = 0x20;

  private ConversationIdRule() {}

  /**
   * Checks an id before anything is sent.
   *
   * @param conversationId the id as the caller gave it
   * @return the same id
   * @throws V0Exception 400 with V0's body, if it cannot be an id
   */
  public static String check(String conversationId) {
    Objects.requireNonNull(conversationId, "conversationId");
    if (conversationId.codePointCount(0, conversationId.length()) > MOST_CHARACTERS) {
      throw refused("is too long");
    }
    if (conversationId.indexOf('\0') >= 0) {
      throw refused("contains invalid characters");
    }
    if (changesPath(conversationId)) {
      throw refused("contains invalid path characters");
    }
    if (conversationId.chars().anyMatch(c -> c < FIRST_PRINTABLE)) {
      throw refused("contains control characters");
    }
    return conversationId;
  }

  /**
   * Beyond V0's own check: the empty id and the single dot leave another path, and no encoding
   * keeps a dot from being resolved on the way.
   */
  private static boolean changesPath(String id) {
    return id.isEmpty()
        || id.equals(".")
        || id.contains("..")
        || id.indexOf('/') >= 0
        || id.indexOf('\\') >= 0;
  }

  private static V0Exception refused(String why) {
    return new V0Exception(
        ErrorCode.V0_ERROR,
        400,
        "{\"detail\":\"Conversation ID " + why + "\"}",
        "400: the conversation id " + why + ". Nothing was sent.",
        null);
  }
}
