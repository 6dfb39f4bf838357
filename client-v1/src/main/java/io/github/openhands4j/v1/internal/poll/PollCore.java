package io.github.openhands4j.v1.internal.poll;

import io.github.openhands4j.core.ApiException;
import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.core.RateLimitedException;
import io.github.openhands4j.core.internal.batch.BatchAnswer;
import io.github.openhands4j.core.internal.limits.ReadBudget;
import io.github.openhands4j.core.internal.time.Patience;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.v1.AppConversation;
import io.github.openhands4j.model.v1.AppConversationStartTask;
import io.github.openhands4j.model.v1.StartTaskId;
import io.github.openhands4j.v1.internal.look.LaterRow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The shared poller as a state machine: told what happened and what time it is, it says what to do.
 * No thread, clock or I/O. One caller at a time.
 *
 * <p>All waits ride on one tick. A tick reads every start task and conversation that is waited for,
 * up to 99 in a request and as far as the budget goes; then the waits that ended are concluded and
 * those whose time is over expire. A wait that expires between two reads has a tick of its own,
 * which reads only if the budget allows.
 */
public final class PollCore {

  /** Nobody is this late but a machine that slept. */
  private static final Duration SLEPT = Duration.ofSeconds(10);

  private static final Duration SOON = Duration.ofSeconds(1);

  /** A wait that is over is not held any longer for the read it is owed. */
  private static final Duration LONGEST_DEBT = Duration.ofMinutes(1);

  private final PollCadence cadence = new PollCadence();
  private final ReadBudget budget;
  private final ReadPlan plan = new ReadPlan();
  private final Stirs stirs;
  private final Map<Long, Wait> waits = new LinkedHashMap<>();
  private int begun;
  private int lastReads;
  private long lastEndNanos;
  private long lastBeginNanos;
  private long lastAnsweredNanos;
  private boolean succeeded;
  private @Nullable Duration asked;

  /**
   * Creates a poller without waits.
   *
   * @param budget the budget, which other pollers may share
   * @param stirs the messages whose runs were not seen yet, which other pollers may share
   */
  public PollCore(ReadBudget budget, Stirs stirs) {
    this.budget = budget;
    this.stirs = stirs;
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
   * Whether anything is waited for.
   *
   * @return false also when waits have ended and were not told so yet
   */
  public boolean hasWaits() {
    return !waits.isEmpty();
  }

  /**
   * A tick begins.
   *
   * @param nowNanos a monotonic reading
   * @return the reads to make
   */
  public List<PollAction> reads(long nowNanos) {
    if (!untilAllowed(nowNanos).isZero()) {
      return List.of();
    }
    List<PollAction> reads = budget.begin(nowNanos, free -> plan.next(waits.values(), free));
    begun += reads.size();
    if (!reads.isEmpty()) {
      lastBeginNanos = nowNanos;
    }
    return reads;
  }

  /** The rest of the time that the server wants to be left alone. */
  private Duration untilAllowed(long nowNanos) {
    Duration rest =
        lastReads == 0 ? Duration.ZERO : cadence.least().minusNanos(nowNanos - lastEndNanos);
    return rest.isNegative() ? Duration.ZERO : rest;
  }

  /** The time until the first wait is over; the given time for one that is owed a read first. */
  private Duration shortestLeft(long nowNanos, Duration owed) {
    return waits.values().stream()
        .map(wait -> isOwedRead(wait, nowNanos) ? owed : wait.left(nowNanos))
        .min(Duration::compareTo)
        .orElse(Duration.ZERO);
  }

  /**
   * A wait that ended while the machine slept: the server is asked once more before it fails, if it
   * may be asked soon.
   */
  private boolean isOwedRead(Wait wait, long nowNanos) {
    boolean late = wait.elapsed(nowNanos).minus(wait.limit()).compareTo(SLEPT) > 0;
    boolean asked = lastReads > 0 && wait.left(lastAnsweredNanos).isZero();
    return late && !asked && untilAllowed(nowNanos).compareTo(LONGEST_DEBT) <= 0;
  }

  /**
   * Start tasks were read.
   *
   * @param asked the ids
   * @param answer what the server answered, in any order
   * @param nowNanos a monotonic reading
   * @return waits that end, and news for listeners
   */
  public List<PollAction> tasksRead(
      Collection<StartTaskId> asked,
      BatchAnswer<StartTaskId, AppConversationStartTask> answer,
      long nowNanos) {
    succeeded = true;
    setAside(answer.odd(), state -> state.conversationId() == null ? state.taskId() : null);
    Set<StartTaskId> ids = without(asked, answer.odd());
    Map<StartTaskId, AppConversationStartTask> byId = new LinkedHashMap<>();
    answer.rows().forEach(row -> byId.merge(row.id(), row, LaterRow::of));
    return observe(
        nowNanos,
        (wait, state) ->
            state.conversationId() == null && state.taskId() != null && ids.contains(state.taskId())
                ? WaitRules.seeTask(state, byId.get(state.taskId()), nowNanos)
                : null);
  }

  /**
   * Conversations were read.
   *
   * @param asked the ids
   * @param answer what the server answered, in any order
   * @param begunNanos when the read began, as a monotonic reading
   * @param nowNanos a monotonic reading
   * @return waits that end, and news for listeners
   */
  public List<PollAction> conversationsRead(
      Collection<ConversationId> asked,
      BatchAnswer<ConversationId, AppConversation> answer,
      long begunNanos,
      long nowNanos) {
    succeeded = true;
    setAside(answer.odd(), WaitState::conversationId);
    Set<ConversationId> ids = without(asked, answer.odd());
    Map<ConversationId, AppConversation> byId = new LinkedHashMap<>();
    answer.rows().forEach(row -> byId.merge(row.id(), row, LaterRow::of));
    waits.replaceAll((key, wait) -> stirs.applyTo(wait, begunNanos));
    stirs.seen(byId.values(), begunNanos, nowNanos);
    return observe(
        nowNanos,
        (wait, state) ->
            state.conversationId() != null && ids.contains(state.conversationId())
                ? WaitRules.seeConversation(
                    state, byId.get(state.conversationId()), begunNanos, nowNanos)
                : null);
  }

  private static <K> Set<K> without(Collection<K> asked, Map<K, ?> odd) {
    Set<K> read = new HashSet<>(asked);
    read.removeAll(odd.keySet());
    return read;
  }

  /** A row that is there and cannot be read is a failed read of those who wait for it. */
  private <K> void setAside(Map<K, OpenHandsException> odd, Function<WaitState, @Nullable K> idOf) {
    waits.replaceAll(
        (key, wait) -> {
          K id = idOf.apply(wait.state());
          OpenHandsException failure = id == null ? null : odd.get(id);
          return failure == null
              ? wait
              : wait.with(wait.state().but().noRow(Patience.FRESH).build()).failedBy(failure);
        });
  }

  /**
   * A read failed. That never ends a wait.
   *
   * @param failure why
   * @return whether the tick may go on reading; if the server asked for fewer requests, it may not
   */
  public boolean readFailed(Throwable failure) {
    if (failure instanceof ApiException answer) {
      Duration wait = answer.retryAfter().orElse(Duration.ZERO);
      if (answer instanceof RateLimitedException || !wait.isZero()) {
        asked = wait;
      }
    }
    waits.replaceAll((key, wait) -> wait.failedBy(failure));
    return asked == null;
  }

  /**
   * A tick ends.
   *
   * @param reads how many requests it took
   * @param nowNanos a monotonic reading
   * @return waits whose time is over
   */
  public List<PollAction> endTick(int reads, long nowNanos) {
    budget.made(begun, reads, nowNanos);
    begun = 0;
    if (reads > 0) {
      lastReads = reads;
      cadence.took(Duration.ofNanos((nowNanos - lastBeginNanos) / reads));
      lastEndNanos = nowNanos;
      lastAnsweredNanos = lastBeginNanos; // while it is under way, the read is still owed
      plan.made(reads);
    }
    if (asked != null) {
      cadence.slowDown(asked);
    } else if (succeeded) {
      cadence.recover();
    }
    asked = null;
    succeeded = false;
    return expire(nowNanos);
  }

  /**
   * Ends the waits whose time is over.
   *
   * @param nowNanos a monotonic reading
   * @return the waits that end
   */
  public List<PollAction> expire(long nowNanos) {
    List<PollAction> actions = new ArrayList<>();
    for (Map.Entry<Long, Wait> entry : List.copyOf(waits.entrySet())) {
      Wait wait = entry.getValue();
      if (wait.left(nowNanos).isZero() && !isOwedRead(wait, nowNanos)) {
        actions.add(new PollAction.Expire(entry.getKey(), wait, wait.progress(nowNanos)));
      }
    }
    actions.forEach(action -> waits.remove(((PollAction.Expire) action).key()));
    return actions;
  }

  /**
   * The time until the first wait is over.
   *
   * @param nowNanos a monotonic reading
   * @return how long to rest; null when there is nothing to wait for
   */
  public @Nullable Duration untilExpiry(long nowNanos) {
    return waits.isEmpty() ? null : shortestLeft(nowNanos, SOON);
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
    Duration rest = untilReads(nowNanos);
    Duration first = shortestLeft(nowNanos, rest);
    Duration shorter = rest.compareTo(first) < 0 ? rest : first;
    return shorter.isNegative() ? Duration.ZERO : shorter;
  }

  private Duration untilReads(long nowNanos) {
    Duration free = budget.untilFree(nowNanos);
    if (lastReads == 0) {
      return free;
    }
    Duration rest = cadence.rest(expectedEnd(nowNanos)).minusNanos(nowNanos - lastEndNanos);
    return rest.compareTo(free) > 0 ? rest : free;
  }

  /**
   * The time within which, going by their ages, one of the waits can be expected to end: the age of
   * a single one, half of it for two of an age, and never more than the age of the youngest.
   */
  private Duration expectedEnd(long nowNanos) {
    double endsPerNano =
        waits.values().stream()
            .mapToDouble(wait -> 1.0 / Math.max(1, wait.elapsed(nowNanos).toNanos()))
            .sum();
    return Duration.ofNanos((long) (1 / endsPerNano));
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
      WaitState now = turn.state();
      boolean isNews = now.told().isOutdatedBy(wait.state(), now);
      Wait next = wait.with(isNews ? now.but().told(Told.of(now)).build() : now);
      if (isNews) {
        actions.add(new PollAction.Report(entry.getKey(), next.progress(nowNanos)));
      }
      if (turn.verdict() == null) {
        waits.put(entry.getKey(), next);
        tellPause(entry.getKey(), wait, next, nowNanos).ifPresent(actions::add);
      } else {
        waits.remove(entry.getKey());
        actions.add(new PollAction.Conclude(entry.getKey(), next, turn.verdict()));
      }
    }
    return actions;
  }

  private static Optional<PollAction> tellPause(long key, Wait before, Wait now, long nowNanos) {
    int tellings = now.state().pause().tellings();
    boolean isNews = tellings > 0 && tellings != before.state().pause().tellings();
    return isNews && now.state().goal() == Goal.FINISHED
        ? Optional.of(
            new PollAction.Paused(
                key, now.state().sandboxId(), now.progress(nowNanos), tellings == 1))
        : Optional.empty();
  }
}
