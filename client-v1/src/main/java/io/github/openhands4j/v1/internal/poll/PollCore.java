package io.github.openhands4j.v1.internal.poll;

import io.github.openhands4j.core.RateLimitedException;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.v1.AppConversation;
import io.github.openhands4j.model.v1.AppConversationStartTask;
import io.github.openhands4j.model.v1.StartTaskId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The shared poller as a state machine: told what happened and what time it is, it says what to do.
 * No thread, clock or I/O. One caller at a time.
 *
 * <p>All waits ride on one tick. A tick reads every start task and conversation that is waited for,
 * up to 99 in a request; then the waits that ended are concluded and those whose time is over
 * expire.
 */
public final class PollCore {

  static final int MOST_IDS = 99;
  private static final Duration READ_GRACE = Duration.ofMillis(250);

  private final PollCadence cadence;
  private final Map<Long, Wait> waits = new LinkedHashMap<>();
  private int lastReads;
  private long lastEndNanos;

  /**
   * Creates a poller without waits.
   *
   * @param pollsPerMinute the budget of all waits together
   */
  public PollCore(int pollsPerMinute) {
    cadence = new PollCadence(pollsPerMinute);
  }

  /**
   * A wait begins.
   *
   * @param key names it
   * @param wait the wait
   */
  public void add(long key, Wait wait) {
    waits.put(key, wait);
  }

  /**
   * A wait is given up.
   *
   * @param key names it
   * @return the wait as it was, or null if it has ended before
   */
  public @Nullable Wait remove(long key) {
    return waits.remove(key);
  }

  /**
   * A tick begins.
   *
   * @return the reads to make
   */
  public List<PollAction> reads() {
    List<StartTaskId> tasks =
        waits.values().stream()
            .map(Wait::state)
            .filter(state -> state.conversationId() == null)
            .map(WaitState::taskId)
            .filter(Objects::nonNull)
            .distinct()
            .toList();
    List<ConversationId> conversations =
        waits.values().stream()
            .map(wait -> wait.state().conversationId())
            .filter(Objects::nonNull)
            .distinct()
            .toList();
    List<PollAction> actions = new ArrayList<>();
    chunks(tasks).forEach(ids -> actions.add(new PollAction.ReadTasks(ids)));
    chunks(conversations).forEach(ids -> actions.add(new PollAction.ReadConversations(ids)));
    return actions;
  }

  /**
   * The time a read of this tick may take: no longer than the wait that ends first, but for a grace
   * that lets it see the last state.
   *
   * @param nowNanos a monotonic reading
   * @return the time left, at least the grace
   */
  public Duration readLimit(long nowNanos) {
    Duration left = shortestLeft(nowNanos);
    return left.compareTo(READ_GRACE) > 0 ? left : READ_GRACE;
  }

  private Duration shortestLeft(long nowNanos) {
    return waits.values().stream()
        .map(wait -> wait.left(nowNanos))
        .min(Duration::compareTo)
        .orElse(Duration.ZERO);
  }

  /**
   * Start tasks were read.
   *
   * @param asked the ids
   * @param rows what the server answered, in any order, with nulls for what it does not know
   * @param nowNanos a monotonic reading
   * @return waits that end, and news for listeners
   */
  public List<PollAction> tasksRead(
      Collection<StartTaskId> asked, List<@Nullable AppConversationStartTask> rows, long nowNanos) {
    cadence.recover();
    Map<StartTaskId, AppConversationStartTask> byId = new LinkedHashMap<>();
    rows.stream().filter(Objects::nonNull).forEach(row -> byId.put(row.id(), row));
    return observe(
        nowNanos,
        (wait, state) ->
            state.conversationId() == null && asked.contains(state.taskId())
                ? WaitRules.seeTask(state, byId.get(state.taskId()), nowNanos)
                : null);
  }

  /**
   * Conversations were read.
   *
   * @param asked the ids
   * @param rows what the server answered, in any order, with nulls for what it does not know
   * @param nowNanos a monotonic reading
   * @return waits that end, and news for listeners
   */
  public List<PollAction> conversationsRead(
      Collection<ConversationId> asked, List<@Nullable AppConversation> rows, long nowNanos) {
    cadence.recover();
    Map<ConversationId, AppConversation> byId = new LinkedHashMap<>();
    rows.stream().filter(Objects::nonNull).forEach(row -> byId.put(row.id(), row));
    return observe(
        nowNanos,
        (wait, state) ->
            state.conversationId() != null && asked.contains(state.conversationId())
                ? WaitRules.seeConversation(state, byId.get(state.conversationId()), nowNanos)
                : null);
  }

  /**
   * A read failed. That never ends a wait.
   *
   * @param failure why
   */
  public void readFailed(RuntimeException failure) {
    if (failure instanceof RateLimitedException limited) {
      cadence.slowDown(limited.retryAfter().orElse(Duration.ZERO));
    }
    waits.replaceAll((key, wait) -> wait.failedBy(failure));
  }

  /**
   * A tick ends.
   *
   * @param reads how many requests it took
   * @param nowNanos a monotonic reading
   * @return waits whose time is over
   */
  public List<PollAction> endTick(int reads, long nowNanos) {
    lastReads = reads;
    lastEndNanos = nowNanos;
    List<PollAction> actions = new ArrayList<>();
    Map.copyOf(waits)
        .forEach(
            (key, wait) -> {
              if (wait.left(nowNanos).isZero()) {
                waits.remove(key);
                actions.add(new PollAction.Expire(key, wait, wait.progress(nowNanos)));
              }
            });
    return actions;
  }

  /**
   * The time until the next tick.
   *
   * @param nowNanos a monotonic reading
   * @return how long to rest; zero for at once; null when there is nothing to wait for
   */
  public @Nullable Duration restBeforeTick(long nowNanos) {
    if (waits.isEmpty()) {
      return null;
    }
    if (lastReads == 0) {
      return Duration.ZERO;
    }
    Duration youngest =
        waits.values().stream()
            .map(wait -> wait.elapsed(nowNanos))
            .min(Duration::compareTo)
            .orElse(Duration.ZERO);
    Duration rest = cadence.restAfter(lastReads, youngest).minusNanos(nowNanos - lastEndNanos);
    Duration first = shortestLeft(nowNanos);
    Duration shorter = rest.compareTo(first) < 0 ? rest : first;
    return shorter.isNegative() ? Duration.ZERO : shorter;
  }

  private List<PollAction> observe(
      long nowNanos, BiFunction<Wait, WaitState, @Nullable WaitTurn> rule) {
    List<PollAction> actions = new ArrayList<>();
    for (Map.Entry<Long, Wait> entry : List.copyOf(waits.entrySet())) {
      Wait wait = entry.getValue();
      WaitTurn turn = rule.apply(wait, wait.state());
      if (turn == null) {
        continue;
      }
      Wait next = wait.with(turn.state());
      if (!next.progress(0).toString().equals(wait.progress(0).toString())) {
        actions.add(new PollAction.Report(entry.getKey(), next.progress(nowNanos)));
      }
      if (turn.verdict() == null) {
        waits.put(entry.getKey(), next);
      } else {
        waits.remove(entry.getKey());
        actions.add(new PollAction.Conclude(entry.getKey(), next, turn.verdict()));
      }
    }
    return actions;
  }

  private static <T> List<List<T>> chunks(List<T> ids) {
    return IntStream.iterate(0, from -> from < ids.size(), from -> from + MOST_IDS)
        .mapToObj(from -> ids.subList(from, Math.min(ids.size(), from + MOST_IDS)))
        .toList();
  }
}
