package io.github.openhands4j.simulation;

import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.Secret;
import io.github.openhands4j.model.v1.AppConversation;
import io.github.openhands4j.model.v1.AppConversationStartRequest;
import io.github.openhands4j.model.v1.AppConversationStartTask;
import io.github.openhands4j.model.v1.AppConversationStartTaskStatus;
import io.github.openhands4j.model.v1.ConversationExecutionStatus;
import io.github.openhands4j.model.v1.SandboxStatus;
import io.github.openhands4j.model.v1.StartTaskId;
import java.time.Instant;
import java.util.Map;

/** A start task of the model server, and the conversation that comes of it. */
final class ModelTask {

  private static final long NEVER = Long.MAX_VALUE;

  private enum End {
    READY,
    ERROR,
    NONE
  }

  final StartTaskId id;
  final Job job;

  /** The id of its conversation: the client's, or one of the server's own. */
  final ConversationId conversationId;

  private final AppConversationStartRequest echo;
  private final long oddFor;
  private final long goneFrom;
  private final long goneUntil;
  private final boolean laterError;
  private final long runsFor;
  private final long deletedAfter;
  private long committedAt = NEVER;
  private Instant createdAt = Instant.EPOCH;
  private End end;
  private long endsAt;
  private boolean destroyed;

  /** Decides all that will become of it if nothing interferes. */
  ModelTask(Job job, WorldPlan plan, Chance chance, long now) {
    this.job = job;
    conversationId = plan.takesIds() ? job.id() : new ConversationId(chance.uuid());
    id = new StartTaskId(chance.uuid());
    echo =
        AppConversationStartRequest.builder()
            .conversationId(plan.takesIds() ? job.id() : null)
            .systemMessageSuffix(UserText.TEXT)
            .secrets(Map.of("TOKEN", Secret.of(UserText.TEXT)))
            .build();
    endsAt =
        now
            + chance.between(
                Nanos.SECOND, chance.happens(0.7) ? 20 * Nanos.SECOND : 4 * Nanos.MINUTE);
    double fate = chance.share();
    end = fate < 0.8 ? End.READY : fate < 0.93 ? End.ERROR : End.NONE;
    laterError = chance.happens(0.05);
    oddFor = chance.happens(0.05) ? chance.upTo(30 * Nanos.SECOND) : 0;
    goneFrom = chance.happens(0.1) ? now + chance.upTo(Nanos.MINUTE) : NEVER;
    goneUntil = goneFrom == NEVER ? NEVER : goneFrom + chance.upTo(Nanos.MINUTE);
    runsFor = chance.upTo(2 * Nanos.MINUTE);
    deletedAfter = chance.happens(plan.deleted()) ? chance.upTo(2 * Nanos.MINUTE) : NEVER;
  }

  void commit(long now, Instant at) {
    committedAt = now;
    createdAt = at;
    endsAt = Math.max(endsAt, now);
  }

  boolean isCommitted() {
    return committedAt != NEVER;
  }

  boolean isShown(long now) {
    return committedAt <= now && !isDeleted(now);
  }

  boolean isListed(long now) {
    return isShown(now) && (now < goneFrom || now >= goneUntil);
  }

  Instant createdAt() {
    return createdAt;
  }

  boolean hasEnded(long now) {
    return end != End.NONE && endsAt <= now;
  }

  boolean hasConversation(long now) {
    return hasHadConversation(now) && !isDeleted(now);
  }

  /** Also of one that was deleted since. */
  boolean hasHadConversation(long now) {
    return end == End.READY && endsAt <= now && committedAt <= now;
  }

  /** Somebody has deleted its conversation, and it with it. */
  boolean isDeleted(long now) {
    return deletedAfter != NEVER && end == End.READY && now >= endsAt + deletedAfter;
  }

  /** Whether every read between two moments must have shown it. */
  boolean wasListedThroughout(long from, long now) {
    return committedAt <= from && !isDeleted(now) && (goneFrom > now || goneUntil <= from);
  }

  /** It ends in ERROR. */
  void fail(long at) {
    end = End.ERROR;
    endsAt = at;
  }

  /** Nobody works on it any more. */
  void hang() {
    end = End.NONE;
  }

  /** Its conversation is listed, and answers no more. */
  void destroy() {
    destroyed = true;
  }

  /** As a read shows it. */
  AppConversationStartTask row(long now) {
    boolean ended = hasEnded(now);
    boolean ready = ended && end == End.READY;
    return AppConversationStartTask.builder()
        .id(id)
        .request(echo)
        .createdAt(createdAt)
        .status(status(now, ended, ready))
        .appConversationId(ready && now >= endsAt + oddFor ? conversationId : null)
        .build();
  }

  private AppConversationStartTaskStatus status(long now, boolean ended, boolean ready) {
    if (!ended) {
      return AppConversationStartTaskStatus.WORKING;
    }
    boolean stillReady = ready && !(laterError && now >= endsAt + oddFor + 5 * Nanos.SECOND);
    return stillReady ? AppConversationStartTaskStatus.READY : AppConversationStartTaskStatus.ERROR;
  }

  /** Its conversation as a read shows it. */
  AppConversation conversation(long now) {
    ConversationExecutionStatus status =
        now >= endsAt + runsFor
            ? ConversationExecutionStatus.FINISHED
            : ConversationExecutionStatus.RUNNING;
    return AppConversation.builder()
        .id(conversationId)
        .sandboxStatus(SandboxStatus.RUNNING)
        .executionStatus(destroyed ? null : status)
        .build();
  }
}
