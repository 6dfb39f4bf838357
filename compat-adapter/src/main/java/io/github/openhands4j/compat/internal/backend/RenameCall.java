package io.github.openhands4j.compat.internal.backend;

import io.github.openhands4j.compat.internal.ledger.ConversationLedger;
import io.github.openhands4j.compat.internal.translate.V0Bodies;
import io.github.openhands4j.compat.internal.translate.V0Titles;
import io.github.openhands4j.core.NotFoundException;
import io.github.openhands4j.core.internal.time.TimeSource;
import io.github.openhands4j.model.v1.AppConversation;
import io.github.openhands4j.model.v1.AppConversationUpdateRequest;
import io.github.openhands4j.v0.V0Exception;
import io.github.openhands4j.v1.OpenHandsClient;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code PATCH /api/conversations/{id}}. */
final class RenameCall {

  private static final int LONGEST = 200;

  private final OpenHandsClient client;
  private final Readiness readiness;
  private final ConversationLedger ledger;
  private final TimeSource time;

  RenameCall(
      OpenHandsClient client, Readiness readiness, ConversationLedger ledger, TimeSource time) {
    this.client = client;
    this.readiness = readiness;
    this.ledger = ledger;
    this.time = time;
  }

  boolean make(String conversationId, String title) {
    check(title);
    AppConversation row =
        readiness
            .awaitWritten(
                conversationId,
                why ->
                    V0Bodies.messageError(
                        500,
                        "Failed to update conversation: " + why,
                        "CONVERSATION$UPDATE_ERROR",
                        null))
            .orElseThrow(() -> unknown(null));
    String stored = V0Titles.stored(title);
    try {
      client
          .conversations()
          .update(row.id(), AppConversationUpdateRequest.builder().title(stored).build());
    } catch (NotFoundException gone) {
      throw unknown(gone);
    }
    ledger.update(
        row.id(), memory -> memory.but().title(stored).titleNanos(time.nanoTime()).build());
    return true;
  }

  private static void check(String title) {
    int length = title.codePointCount(0, title.length());
    if (length == 0) {
      throw V0Bodies.unprocessable(
          "string_too_short",
          "title",
          "String should have at least 1 character",
          title,
          Map.of("min_length", 1));
    }
    if (length > LONGEST) {
      throw V0Bodies.unprocessable(
          "string_too_long",
          "title",
          "String should have at most " + LONGEST + " characters",
          title,
          Map.of("max_length", LONGEST));
    }
  }

  private static V0Exception unknown(@Nullable Throwable cause) {
    return V0Bodies.messageError(404, "Conversation not found", "CONVERSATION$NOT_FOUND", cause);
  }
}
