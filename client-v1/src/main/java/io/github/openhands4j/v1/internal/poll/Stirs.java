package io.github.openhands4j.v1.internal.poll;

import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.v1.AppConversation;
import io.github.openhands4j.model.v1.ConversationExecutionStatus;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** To which conversations a message was sent whose run was not seen yet. */
final class Stirs {

  private static final Duration KEPT = Duration.ofSeconds(15);

  private final Map<ConversationId, Long> stirs = new HashMap<>();

  void add(ConversationId id, long nowNanos) {
    stirs.values().removeIf(nanos -> nowNanos - nanos > KEPT.toNanos());
    stirs.put(id, nowNanos);
  }

  /** Rows were read: a conversation that runs is stirred no longer. */
  void seen(Collection<AppConversation> rows) {
    rows.stream()
        .filter(row -> ConversationExecutionStatus.RUNNING.equals(row.executionStatus()))
        .forEach(row -> stirs.remove(row.id()));
  }

  Wait applyTo(Wait wait) {
    WaitState state = wait.state();
    ConversationId id = state.conversationId() == null ? state.ownId() : state.conversationId();
    Long nanos = id == null ? null : stirs.get(id);
    return nanos == null || nanos.equals(state.stirredNanos())
        ? wait
        : wait.with(state.but().stirredNanos(nanos).build());
  }
}
