package io.github.openhands4j.compat.internal.ledger;

import io.github.openhands4j.compat.internal.translate.Memory;
import io.github.openhands4j.core.internal.memory.BoundedMap;
import io.github.openhands4j.model.ConversationId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What is remembered of conversations, in memory and bounded: the one longest not asked for goes
 * first. Thread-safe.
 */
public final class ConversationLedger {

  private static final int MOST = 10_000;

  private final Map<ConversationId, Memory> memories = BoundedMap.ofLatestUsed(MOST);

  private final Map<ConversationId, Long> starting = new LinkedHashMap<>();
  private long begun;

  /**
   * A conversation that this process started and that has no row yet.
   *
   * @param id the conversation
   * @param number its ordinal among this process's starts, from 1
   */
  public record Starting(ConversationId id, long number) {}

  /**
   * What is remembered of a conversation.
   *
   * @param id the conversation
   * @return what is remembered, possibly nothing
   */
  public synchronized Memory get(ConversationId id) {
    return memories.getOrDefault(id, Memory.BLANK);
  }

  /**
   * Changes what is remembered of a conversation.
   *
   * @param id the conversation
   * @param change the change
   * @return what is remembered then
   */
  public synchronized Memory update(ConversationId id, UnaryOperator<Memory> change) {
    Memory next = change.apply(get(id));
    memories.put(id, next);
    return next;
  }

  /**
   * Forgets a conversation.
   *
   * @param id the conversation
   */
  public synchronized void forget(ConversationId id) {
    memories.remove(id);
    starting.remove(id);
  }

  /**
   * Whether nothing is remembered.
   *
   * @return false if there is a conversation of which something is
   */
  public synchronized boolean isEmpty() {
    return memories.isEmpty() && starting.isEmpty();
  }

  /**
   * This process started a conversation, which has no row yet.
   *
   * @param id the conversation
   */
  public synchronized void began(ConversationId id) {
    starting.putIfAbsent(id, ++begun);
    if (starting.size() > MOST) {
      starting.remove(starting.keySet().iterator().next());
    }
  }

  /**
   * The row of a conversation was read.
   *
   * @param id the conversation
   */
  public synchronized void arrived(ConversationId id) {
    starting.remove(id);
  }

  /**
   * Conversations that this process started and that have no row yet.
   *
   * @param before only those with a smaller number
   * @return newest first
   */
  public synchronized List<Starting> starting(long before) {
    List<Starting> found = new ArrayList<>();
    starting.forEach(
        (id, number) -> {
          if (number < before) {
            found.add(new Starting(id, number));
          }
        });
    Collections.reverse(found);
    return found;
  }
}
