package io.github.openhands4j.simulation;

import feign.Request;
import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.Page;
import io.github.openhands4j.model.v1.AppConversation;
import io.github.openhands4j.model.v1.AppConversationStartRequest;
import io.github.openhands4j.model.v1.AppConversationStartTask;
import io.github.openhands4j.model.v1.AppConversationStartTaskStatus;
import io.github.openhands4j.model.v1.SandboxInfo;
import io.github.openhands4j.model.v1.SandboxStatus;
import io.github.openhands4j.model.v1.StartTaskId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A server that takes the starts of one client, and lists them later than it took them. */
final class ModelStarts {

  /** Said by the API before it does anything. */
  static final List<Integer> REFUSALS = List.of(400, 401, 403, 422, 425);

  private static final long UNTIL_READY = 20 * Nanos.SECOND;

  /** A start as it was taken. */
  private record Taken(
      int job, AppConversationStartTask row, long at, long shownFrom, long runsUntil) {

    ConversationId id() {
      return Objects.requireNonNull(Objects.requireNonNull(row.request()).conversationId());
    }

    boolean isShown(long now) {
      return shownFrom <= now;
    }

    boolean runs(long now) {
      return at <= now && now < runsUntil;
    }
  }

  private final ClientTime time;
  private final Chance chance;
  private final ClientPlan plan;
  private final ModelWire wire;
  private final List<Taken> all = new ArrayList<>();
  private final Map<ConversationId, ModelWire.Once> sends = new HashMap<>();
  private final List<ModelWire.Once> ofThisCall = new ArrayList<>();
  private int job;
  private long calledAt;
  private @Nullable ConversationId lastSent;
  private @Nullable ConversationId before;

  ModelStarts(ClientTime time, Chance chance, ClientPlan plan, ModelWire wire) {
    this.time = time;
    this.chance = chance;
    this.plan = plan;
    this.wire = wire;
  }

  /** A program makes a call, its first or a later one, for a job of its own. */
  void called(int number) {
    ModelWire.Once last = lastSent == null ? null : sends.get(lastSent);
    if (number != job) {
      before = null;
    } else if (last != null && last.mayHaveArrived()) {
      before = lastSent; // of one that was refused or not sent, nothing can be there
    }
    lastSent = null;
    job = number;
    calledAt = time.nanoTime();
    ofThisCall.clear();
  }

  /** Whether anything that the last call sent has reached the server, or will. */
  boolean hasTheLastCall() {
    return ofThisCall.stream().anyMatch(ModelWire.Once::hasArrived);
  }

  /** Whether the last call sent anything. */
  boolean wasSentByTheLastCall() {
    return !ofThisCall.isEmpty();
  }

  /** What the attempts of the last call ended with that did not succeed. */
  List<OpenHandsException> failuresOfTheLastCall() {
    return ofThisCall.stream().flatMap(once -> once.failures().stream()).toList();
  }

  /** Whether a conversation is one of a job's. */
  boolean isOf(int number, ConversationId id) {
    return all.stream().anyMatch(taken -> taken.job() == number && taken.id().equals(id));
  }

  /** How many starts a job has come to. */
  long count(int number) {
    return all.stream().filter(taken -> taken.job() == number).count();
  }

  /** {@code POST /app-conversations}. */
  AppConversationStartTask start(AppConversationStartRequest request, Request.Options options) {
    ModelWire.Once once =
        sends.computeIfAbsent(
            Objects.requireNonNull(request.conversationId()), id -> new ModelWire.Once());
    if (!ofThisCall.contains(once)) {
      ofThisCall.add(once);
    }
    requireNothingListed();
    requireRoom();
    lastSent = request.conversationId();
    return wire.write(once, options, arrival -> take(request, arrival));
  }

  /**
   * A repeat of a create may start anew only if the server did not list the start before it when
   * the repeat was made. One before that has taken the sting out of another repeat already.
   */
  private void requireNothingListed() {
    if (all.stream().anyMatch(taken -> taken.id().equals(before) && taken.isShown(calledAt))) {
      wire.broken(Promise.SENT_ONCE, "job " + job + " is started anew although it is listed");
    }
  }

  /** Where nothing is late, the client can know how many sandboxes run. */
  private void requireRoom() {
    boolean prompt = plan.longestLag() <= Nanos.SECOND && plan.delayed() == 0;
    long now = time.nanoTime();
    if (prompt
        && plan.maxRunning() > 0
        && all.stream().filter(taken -> taken.runs(now)).count() >= plan.maxRunning()) {
      wire.broken(Promise.WITHIN_BUDGET, "too many sandboxes run");
    }
  }

  private AppConversationStartTask take(AppConversationStartRequest request, long at) {
    AppConversationStartTask row =
        AppConversationStartTask.builder()
            .id(new StartTaskId(chance.uuid()))
            .status(AppConversationStartTaskStatus.WORKING)
            .request(request)
            .createdAt(ClientTime.trueTime(at))
            .build();
    all.add(
        new Taken(
            job, row, at, at + chance.upTo(plan.longestLag()), at + chance.upTo(Nanos.MINUTE)));
    return row;
  }

  /** {@code GET /app-conversations/start-tasks/search}, all on one page. */
  Page<AppConversationStartTask> search(Map<String, Object> query, Request.Options options) {
    return wire.read(
        options,
        () -> {
          List<AppConversationStartTask> rows = new ArrayList<>();
          all.stream()
              .filter(taken -> taken.isShown(time.nanoTime()))
              .forEach(t -> rows.add(t.row()));
          if (query.get("created_at__gte") instanceof String since) {
            Instant from = Instant.parse(since);
            rows.removeIf(row -> row.createdAt() == null || row.createdAt().isBefore(from));
          }
          if (!"CREATED_AT".equals(query.get("sort_order"))) {
            Collections.reverse(rows);
          }
          return new Page<>(rows, null);
        });
  }

  /** {@code GET /app-conversations?ids=}. */
  List<@Nullable AppConversation> conversations(List<?> ids, Request.Options options) {
    return wire.read(
        options,
        () -> {
          List<@Nullable AppConversation> rows = new ArrayList<>();
          ids.forEach(id -> rows.add(conversation(id)));
          return rows;
        });
  }

  private @Nullable AppConversation conversation(Object id) {
    long now = time.nanoTime();
    return all.stream()
        .filter(taken -> taken.id().equals(id))
        .filter(taken -> taken.isShown(now) && taken.at() + UNTIL_READY <= now)
        .map(taken -> AppConversation.builder().id(taken.id()).build())
        .findFirst()
        .orElse(null);
  }

  /** {@code GET /sandboxes/search}, all on one page. */
  Page<SandboxInfo> sandboxes(Request.Options options) {
    return wire.read(
        options,
        () -> {
          long now = time.nanoTime();
          return new Page<>(
              all.stream()
                  .filter(taken -> taken.isShown(now) && taken.runs(now))
                  .map(ModelStarts::sandbox)
                  .toList(),
              null);
        });
  }

  private static SandboxInfo sandbox(Taken taken) {
    return SandboxInfo.builder().id(taken.id().hex()).status(SandboxStatus.RUNNING).build();
  }
}
