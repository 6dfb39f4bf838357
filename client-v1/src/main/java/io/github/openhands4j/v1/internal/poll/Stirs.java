package io.github.openhands4j.v1.internal.poll;

import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.v1.AppConversation;
import io.github.openhands4j.model.v1.ConversationExecutionStatus;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * To which conversations a message was sent lately, or another word that makes the agent run, and
 * since when its run is seen. The waits of all views of a client share it. Thread-safe.
 */
public final class Stirs {

  /**
   * So long a word is kept here. It matters to no read that begins more than 15 s after it, but one
   * that began earlier may be answered much later.
   */
  private static final Duration KEPT = Duration.ofMinutes(2);

  /** A word, and when its run was first seen by any view, or null. */
  private record Stir(long nanos, @Nullable Long ran) {

    Stir seen(long begunNanos, long nowNanos) {
      return ran == null && begunNanos - nanos >= 0 ? new Stir(nanos, nowNanos) : this;
    }

    /** What began before the run was seen may tell of the run before, whenever it is answered. */
    boolean holds(long begunNanos) {
      return ran == null || begunNanos - ran < 0;
    }
  }

  private final Map<ConversationId, Stir> stirs = new HashMap<>();

  /**
   * A word was taken: until its run is seen, at most 15 s, the end of the run before ends no wait.
   *
   * @param id the conversation
   * @param nowNanos a monotonic reading
   */
  public synchronized void add(ConversationId id, long nowNanos) {
    dropOld(nowNanos);
    stirs.put(id, new Stir(nowNanos, null));
  }

  /**
   * Rows were read: a conversation that runs holds no read that begins from now on, unless the word
   * came only after this read began.
   */
  synchronized void seen(Collection<AppConversation> rows, long begunNanos, long nowNanos) {
    dropOld(nowNanos);
    rows.stream()
        .filter(row -> ConversationExecutionStatus.RUNNING.equals(row.executionStatus()))
        .forEach(
            row -> stirs.computeIfPresent(row.id(), (id, stir) -> stir.seen(begunNanos, nowNanos)));
  }

  private void dropOld(long nowNanos) {
    stirs.values().removeIf(stir -> nowNanos - stir.nanos() > KEPT.toNanos());
  }

  /** The wait as a read finds it that began then. */
  synchronized Wait applyTo(Wait wait, long begunNanos) {
    WaitState state = wait.state();
    ConversationId id = state.conversationId() == null ? state.ownId() : state.conversationId();
    Stir stir = id == null ? null : stirs.get(id);
    if (stir == null) {
      return wait;
    }
    boolean known = Long.valueOf(stir.nanos()).equals(state.stirredNanos());
    if (stir.holds(begunNanos)) {
      return known ? wait : wait.stirred(stir.nanos());
    }
    return known ? wait.stirred(null) : wait;
  }
}
