package io.github.openhands4j.compat.internal.backend;

import io.github.openhands4j.core.CallInterruptedException;
import io.github.openhands4j.core.ClientOptions;
import io.github.openhands4j.core.DeadlineExceededException;
import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.core.internal.resilience.Calls;
import io.github.openhands4j.core.internal.resilience.OddFailures;
import io.github.openhands4j.core.internal.resilience.OperationClass;
import io.github.openhands4j.core.internal.time.Deadline;
import io.github.openhands4j.core.internal.time.TimeSource;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.v1.AppConversation;
import io.github.openhands4j.v1.api.V1Api;
import io.github.openhands4j.v1.internal.batch.Batches;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Reads conversations so that many callers share few requests: whoever asks while a request is
 * under way goes into the next one, with up to 98 others. Thread-safe.
 */
final class SharedReads {

  private static final String OPERATION = "GET /api/v1/app-conversations";

  /** One caller's question and its answer. */
  private static final class Question {
    private final ConversationId id;
    private boolean answered;
    private @Nullable AppConversation row;
    private @Nullable OpenHandsException failure;

    Question(ConversationId id) {
      this.id = id;
    }
  }

  private final V1Api api;
  private final Calls calls;
  private final TimeSource time;
  private final ClientOptions options;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition landed = lock.newCondition();
  private final List<Question> open = new ArrayList<>();
  private boolean underWay;

  SharedReads(V1Api api, Calls calls, TimeSource time, ClientOptions options) {
    this.api = api;
    this.calls = calls;
    this.time = time;
    this.options = options;
  }

  Optional<AppConversation> get(ConversationId id) {
    Question mine = new Question(id);
    Deadline deadline = Deadline.in(time, options.readTimeout());
    lock.lock();
    try {
      open.add(mine);
      while (!mine.answered) {
        if (!underWay) {
          lead(mine, deadline);
        } else if (landed.awaitNanos(deadline.remaining().toNanos()) <= 0) {
          open.remove(mine);
          throw new DeadlineExceededException(
              OPERATION, deadline.limit(), false, new TimeoutException());
        }
      }
    } catch (InterruptedException e) {
      open.remove(mine);
      Thread.currentThread().interrupt();
      throw new CallInterruptedException(OPERATION + " was interrupted.", false, null, e);
    } finally {
      lock.unlock();
    }
    if (mine.failure != null) {
      throw mine.failure;
    }
    return Optional.ofNullable(mine.row);
  }

  /** Makes one request for all open questions, without holding the lock meanwhile. */
  private void lead(Question mine, Deadline deadline) {
    List<Question> mineAndOthers = take(mine);
    underWay = true;
    Map<ConversationId, AppConversation> rows = new HashMap<>();
    OpenHandsException failure = null;
    lock.unlock();
    try {
      read(mineAndOthers, deadline).forEach(row -> rows.put(row.id(), row));
    } catch (OpenHandsException e) {
      failure = e;
    } catch (RuntimeException | Error odd) {
      // The others wait for this read: they must be told.
      failure = OddFailures.of(OPERATION + ": its answer", odd);
    } finally {
      lock.lock();
      underWay = false;
      landed.signalAll();
    }
    boolean onlyMine =
        failure instanceof CallInterruptedException || failure instanceof DeadlineExceededException;
    for (Question question : mineAndOthers) {
      if (onlyMine && question != mine) {
        open.add(question); // interrupted or late was this caller only: the others ask again
      } else {
        question.row = rows.get(question.id);
        question.failure = failure;
        question.answered = true;
      }
    }
  }

  private List<Question> take(Question mine) {
    open.remove(mine);
    Map<ConversationId, List<Question>> byId = new LinkedHashMap<>();
    byId.computeIfAbsent(mine.id, id -> new ArrayList<>()).add(mine);
    for (Question question : open) {
      if (byId.size() < Batches.MOST_IDS || byId.containsKey(question.id)) {
        byId.computeIfAbsent(question.id, id -> new ArrayList<>()).add(question);
      }
    }
    List<Question> taken = byId.values().stream().flatMap(List::stream).toList();
    open.removeAll(taken);
    return taken;
  }

  private List<AppConversation> read(List<Question> questions, Deadline deadline) {
    List<ConversationId> ids = questions.stream().map(question -> question.id).distinct().toList();
    List<AppConversation> rows = new ArrayList<>();
    calls
        .call(OperationClass.READ, deadline, times -> api.appConversations().batchGet(ids, times))
        .forEach(
            row -> {
              if (row != null) {
                rows.add(row);
              }
            });
    return rows;
  }
}
