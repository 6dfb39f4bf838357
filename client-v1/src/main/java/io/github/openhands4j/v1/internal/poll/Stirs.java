package io.github.openhands4j.v1.internal.poll;

import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.v1.AppConversation;
import io.github.openhands4j.model.v1.ConversationExecutionStatus;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * To which conversations a message was sent, or another word that makes the agent run, whose run
 * was not seen yet. The waits of all views of a client share it. Thread-safe.
 */
public final class Stirs {

  private static final Duration KEPT = Duration.ofSeconds(15);

  private final Map<ConversationId, Long> stirs = new HashMap<>();

  /**
   * A word was taken: until its run is seen, at most 15 s, the end of the run before ends no wait.
   *
   * @param id the conversation
   * @param nowNanos a monotonic reading
   */
  public synchronized void add(ConversationId id, long nowNanos) {
    stirs.values().removeIf(nanos -> nowNanos - nanos > KEPT.toNanos());
    stirs.put(id, nowNanos);
  }

  /**
   * Rows were read: a conversation that runs is stirred no longer, unless it was only after the
   * read began.
   */
  synchronized void seen(Collection<AppConversation> rows, long begunNanos) {
    rows.stream()
        .filter(row -> ConversationExecutionStatus.RUNNING.equals(row.executionStatus()))
        .forEach(
            row ->
                stirs.computeIfPresent(
                    row.id(), (id, nanos) -> begunNanos - nanos >= 0 ? null : nanos));
  }

  synchronized Wait applyTo(Wait wait) {
    WaitState state = wait.state();
    ConversationId id = state.conversationId() == null ? state.ownId() : state.conversationId();
    Long nanos = id == null ? null : stirs.get(id);
    return nanos == null || nanos.equals(state.stirredNanos()) ? wait : wait.stirred(nanos);
  }
}
