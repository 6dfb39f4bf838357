package io.github.openhands4j.compat.internal.backend;

import io.github.openhands4j.core.CallInterruptedException;
import io.github.openhands4j.core.DeadlineExceededException;
import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.core.RequestBudgetException;
import io.github.openhands4j.core.internal.batch.BatchAnswer;
import io.github.openhands4j.core.internal.batch.Batches;
import io.github.openhands4j.core.internal.resilience.OddFailures;
import io.github.openhands4j.core.internal.time.Deadline;
import io.github.openhands4j.core.internal.time.TimeSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads rows by their ids so that many callers share few requests: whoever asks while a request is
 * under way, or waits for its turn, goes into the next one, with up to 98 others. Thread-safe.
 *
 * @param <K> the ids
 * @param <V> the rows
 */
final class SharedReads<K, V> {

  /** One request; the answer has null, or nothing, for ids that the server does not know. */
  @FunctionalInterface
  interface Batch<K, V> {
    List<@Nullable V> read(List<K> ids, Deadline deadline);
  }

  /** When a request may leave. */
  @FunctionalInterface
  interface Turn {
    void await(Deadline deadline) throws InterruptedException;
  }

  /** One caller's question and its answer. */
  private static final class Question<K, V> {
    private final K id;
    private boolean answered;
    private @Nullable V row;
    private @Nullable OpenHandsException failure;

    Question(K id) {
      this.id = id;
    }
  }

  /** No request waits. */
  static final Turn AT_ONCE = deadline -> {};

  private final String operation;
  private final Batch<K, V> batch;
  private final Function<V, K> idOf;
  private final Turn turn;
  private final TimeSource time;
  private final Duration limit;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition landed = lock.newCondition();
  private final List<Question<K, V>> open = new ArrayList<>();
  private boolean underWay;

  /**
   * Creates reads.
   *
   * @param operation what is read, for messages
   * @param batch makes one request
   * @param idOf the id of a row
   * @param turn lets a request leave; who asks until then goes with it
   * @param time the clock
   * @param limit the longest time of a call
   */
  SharedReads(
      String operation,
      Batch<K, V> batch,
      Function<V, K> idOf,
      Turn turn,
      TimeSource time,
      Duration limit) {
    this.operation = operation;
    this.batch = batch;
    this.idOf = idOf;
    this.turn = turn;
    this.time = time;
    this.limit = limit;
  }

  Optional<V> get(K id) {
    Question<K, V> mine = new Question<>(id);
    Deadline deadline = Deadline.in(time, limit);
    lock.lock();
    try {
      open.add(mine);
      while (!mine.answered) {
        if (!underWay) {
          awaitTurn(deadline);
          requireTime(mine, deadline);
          lead(mine, deadline);
        } else if (landed.awaitNanos(deadline.remaining().toNanos()) <= 0) {
          requireTime(mine, deadline);
        }
      }
    } catch (InterruptedException e) {
      open.remove(mine);
      Thread.currentThread().interrupt();
      throw new CallInterruptedException(operation + " was interrupted.", false, null, e);
    } finally {
      lock.unlock();
    }
    if (mine.failure != null) {
      throw mine.failure;
    }
    return Optional.ofNullable(mine.row);
  }

  /** Whose time is over sends nothing; the turn is another's. */
  private void requireTime(Question<K, V> mine, Deadline deadline) {
    if (deadline.isOver()) {
      open.remove(mine);
      throw new DeadlineExceededException(
          operation, deadline.limit(), false, new TimeoutException());
    }
  }

  /** Lets others ask until the next request may leave. */
  private void awaitTurn(Deadline deadline) throws InterruptedException {
    underWay = true;
    lock.unlock();
    try {
      turn.await(deadline);
    } finally {
      lock.lock();
      underWay = false;
      landed.signalAll(); // should this caller leave now, another makes the request
    }
  }

  /** Makes one request for all open questions, without holding the lock meanwhile. */
  private void lead(Question<K, V> mine, Deadline deadline) {
    List<Question<K, V>> mineAndOthers = take(mine);
    underWay = true;
    BatchAnswer<K, V> answer = new BatchAnswer<>(List.of(), Map.of());
    OpenHandsException failure = null;
    lock.unlock();
    try {
      List<K> ids = mineAndOthers.stream().map(each -> each.id).distinct().toList();
      answer = BatchAnswer.of(ids, batch.read(ids, deadline), idOf);
    } catch (OpenHandsException e) {
      failure = e;
    } catch (RuntimeException | Error odd) {
      // The others wait for this read: they must be told.
      failure = OddFailures.of(operation + ": its answer", odd);
    } finally {
      lock.lock();
      underWay = false;
      landed.signalAll();
    }
    Map<K, V> rows = new HashMap<>();
    answer.rows().forEach(row -> rows.put(idOf.apply(row), row));
    boolean onlyMine =
        failure instanceof CallInterruptedException
            || failure instanceof DeadlineExceededException
            || failure instanceof RequestBudgetException;
    for (Question<K, V> question : mineAndOthers) {
      if (onlyMine && question != mine) {
        open.add(question); // interrupted or late is this caller only: the others ask again
      } else {
        question.row = rows.get(question.id);
        question.failure = failure != null ? failure : answer.odd().get(question.id);
        question.answered = true;
      }
    }
  }

  private List<Question<K, V>> take(Question<K, V> mine) {
    open.remove(mine);
    Map<K, List<Question<K, V>>> byId = new LinkedHashMap<>();
    byId.computeIfAbsent(mine.id, id -> new ArrayList<>()).add(mine);
    for (Question<K, V> question : open) {
      if (byId.size() < Batches.MOST_IDS || byId.containsKey(question.id)) {
        byId.computeIfAbsent(question.id, id -> new ArrayList<>()).add(question);
      }
    }
    List<Question<K, V>> taken = byId.values().stream().flatMap(List::stream).toList();
    open.removeAll(taken);
    return taken;
  }
}
