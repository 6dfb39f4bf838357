package io.github.openhands4j.compat.internal.backend;

import io.github.openhands4j.compat.internal.ledger.ConversationLedger;
import io.github.openhands4j.compat.internal.translate.Memory;
import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.core.internal.time.TimeSource;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.v0.ConversationInfo;
import io.github.openhands4j.model.v1.AppConversation;
import io.github.openhands4j.model.v1.AppConversationUpdateRequest;
import io.github.openhands4j.v1.OpenHandsClient;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code GET /api/conversations/{id}}. */
final class GetCall {

  private static final Logger LOG = LoggerFactory.getLogger("io.github.openhands4j.compat");

  private final OpenHandsClient client;
  private final Finder finder;
  private final Records records;
  private final ConversationLedger ledger;
  private final TimeSource time;

  GetCall(
      OpenHandsClient client,
      Finder finder,
      Records records,
      ConversationLedger ledger,
      TimeSource time) {
    this.client = client;
    this.finder = finder;
    this.records = records;
    this.ledger = ledger;
    this.time = time;
  }

  Optional<ConversationInfo> make(String conversationId) {
    return Ids.parse(conversationId).flatMap(this::read);
  }

  private Optional<ConversationInfo> read(ConversationId id) {
    Found found = finder.find(id);
    if (found instanceof Found.Row it) {
      return Optional.of(records.of(withOwnTitle(it.row())));
    }
    return found instanceof Found.Task it
        ? Optional.of(records.of(it.id(), it.task()))
        : Optional.empty();
  }

  /** V1's automatic title replaces one set before it, V0's did not: ours is set once more. */
  private AppConversation withOwnTitle(AppConversation row) {
    Memory memory = ledger.get(row.id());
    if (!memory.isTitleReplaced(row, time.nanoTime())) {
      return row;
    }
    ledger.update(row.id(), m -> m.but().title(null).build());
    try {
      return client
          .conversations()
          .update(row.id(), AppConversationUpdateRequest.builder().title(memory.title()).build());
    } catch (OpenHandsException failure) {
      LOG.warn(
          "the title set before was replaced by the server's own and could not be set again"
              + " [conversation={}, failure={}]",
          row.id(),
          failure.toString());
      return row;
    }
  }
}
