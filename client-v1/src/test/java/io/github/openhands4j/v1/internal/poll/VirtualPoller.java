package io.github.openhands4j.v1.internal.poll;

import static io.github.openhands4j.v1.testing.Samples.conversationId;
import static io.github.openhands4j.v1.testing.Samples.handle;
import static io.github.openhands4j.v1.testing.Samples.taskId;

import io.github.openhands4j.core.internal.batch.BatchAnswer;
import io.github.openhands4j.core.internal.limits.ReadBudget;
import io.github.openhands4j.model.v1.AppConversation;
import io.github.openhands4j.model.v1.AppConversationStartTask;
import io.github.openhands4j.model.v1.AppConversationStartTaskStatus;
import io.github.openhands4j.model.v1.ConversationExecutionStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Drives a {@link PollCore} in time that passes only here; the server never lets a wait end. */
final class VirtualPoller {

  /** A request as it was made. */
  record Request(long atNanos, PollAction read) {
    int ids() {
      return read instanceof PollAction.ReadTasks tasks
          ? tasks.ids().size()
          : ((PollAction.ReadConversations) read).ids().size();
    }
  }

  private static final int MOST_TICKS = 100_000;

  final PollCore core;
  final List<Request> requests = new ArrayList<>();
  final Map<Long, PollAction.Expire> expired = new LinkedHashMap<>();
  final Map<Long, Duration> expiredAt = new LinkedHashMap<>();
  final List<PollAction> news = new ArrayList<>();
  Supplier<@Nullable RuntimeException> failure = () -> null;
  Supplier<Duration> latency = () -> Duration.ZERO;

  /** Not zero, as a real monotonic reading is not. */
  private final long origin = -5_000_000_000L;

  private long now = origin;
  private int ticks;

  VirtualPoller(int pollsPerMinute) {
    this(new ReadBudget(pollsPerMinute));
  }

  VirtualPoller(ReadBudget budget) {
    core = new PollCore(budget, new Stirs());
  }

  Duration elapsed() {
    return Duration.ofNanos(now - origin);
  }

  void addTask(long key, Duration limit) {
    core.add(
        key,
        new Wait(
            handle(key),
            limit,
            now,
            WaitState.of(Goal.READY, taskId(key), conversationId(key)),
            null));
  }

  void addConversation(long key, Duration limit) {
    core.add(
        key,
        new Wait(
            handle(key), limit, now, WaitState.of(Goal.FINISHED, null, conversationId(key)), null));
  }

  /** Lets time pass, with all ticks that fall into it. */
  void pass(Duration span) {
    long end = now + span.toNanos();
    while (true) {
      Duration rest = core.restBeforeTick(now);
      if (rest == null || now + rest.toNanos() > end) {
        now = Math.max(now, end);
        return;
      }
      now += rest.toNanos();
      tick();
    }
  }

  /** Lets time pass without any tick, as on a machine that sleeps. */
  void sleep(Duration span) {
    now += span.toNanos();
  }

  private void tick() {
    if (++ticks > MOST_TICKS) {
      throw new AssertionError("the poller never rests");
    }
    int made = 0;
    for (PollAction read : core.reads(now)) {
      made++;
      requests.add(new Request(now - origin, read));
      long asked = now;
      now += latency.get().toNanos();
      if (!answer(read, asked)) {
        break;
      }
    }
    core.endTick(made, now)
        .forEach(
            action -> {
              PollAction.Expire expire = (PollAction.Expire) action;
              expired.put(expire.key(), expire);
              expiredAt.put(expire.key(), elapsed());
            });
  }

  private boolean answer(PollAction read, long asked) {
    RuntimeException thrown = failure.get();
    if (thrown != null) {
      return core.readFailed(thrown);
    }
    if (read instanceof PollAction.ReadTasks tasks) {
      List<AppConversationStartTask> rows = new ArrayList<>();
      tasks
          .ids()
          .forEach(
              id ->
                  rows.add(
                      AppConversationStartTask.builder()
                          .id(id)
                          .status(AppConversationStartTaskStatus.WORKING)
                          .build()));
      news.addAll(core.tasksRead(tasks.ids(), new BatchAnswer<>(rows, Map.of()), now));
    } else if (read instanceof PollAction.ReadConversations conversations) {
      List<AppConversation> rows = new ArrayList<>();
      conversations
          .ids()
          .forEach(
              id ->
                  rows.add(
                      AppConversation.builder()
                          .id(id)
                          .executionStatus(ConversationExecutionStatus.RUNNING)
                          .build()));
      news.addAll(
          core.conversationsRead(
              conversations.ids(), new BatchAnswer<>(rows, Map.of()), asked, now));
    }
    return true;
  }
}
