package io.github.openhands4j.simulation;

import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.v1.AppConversation;
import io.github.openhands4j.model.v1.AppConversationStartTask;
import io.github.openhands4j.model.v1.StartTaskId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A server that takes starts without telling repeated ones apart: a second start with the same id
 * breaks the first, as on real servers.
 */
final class ModelServer {

  /** What became of a request when it arrived. */
  enum Arrival {
    REFUSED,
    FAILED,
    TAKEN
  }

  private static final List<Integer> REFUSALS = List.of(400, 401, 403, 422, 425);
  private static final List<Integer> ERRORS = List.of(500, 502, 503, 504, 408, 409);

  private final World world;
  private final ModelLimiter limiter;
  private final List<ModelTask> tasks = new ArrayList<>();
  private boolean up = true;
  private int life;

  ModelServer(World world) {
    this.world = world;
    this.limiter = new ModelLimiter(world.plan().perSecond());
  }

  boolean isUp() {
    return up;
  }

  /** A request arrives while the server is up; what it answers comes back by and by. */
  Arrival arrive(Post post, Consumer<Reply> back) {
    OpenHandsException limited = limited();
    if (limited != null) {
      back.accept(new Reply.Failure(limited));
      return Arrival.REFUSED;
    }
    if (world.chance().happens(world.plan().refused())) {
      back.accept(new Reply.Failure(Failures.api(world.chance().oneOf(REFUSALS))));
      return Arrival.REFUSED;
    }
    if (world.chance().happens(world.plan().erring() / 2)) {
      back.accept(error());
      return Arrival.FAILED;
    }
    world.oracle().processed(post);
    take(post.job(), back);
    return Arrival.TAKEN;
  }

  private void take(Job job, Consumer<Reply> back) {
    ModelTask task = new ModelTask(job, world.plan(), world.chance(), world.now());
    job.tasks.add(task);
    long commit = world.chance().upTo(world.plan().longestCommit());
    long answer =
        world.chance().happens(0.8)
            ? commit + world.chance().upTo(500 * Nanos.MILLI)
            : world.chance().upTo(commit);
    boolean erring = world.chance().happens(world.plan().erring() / 2);
    int mine = life;
    world
        .timeline()
        .in(
            commit,
            () -> {
              if (life == mine) {
                commit(task);
              }
            });
    world
        .timeline()
        .in(
            answer,
            () -> {
              if (life != mine) {
                back.accept(new Reply.Failure(Failures.lost()));
              } else {
                back.accept(erring ? error() : new Reply.Row(task.row(world.now())));
              }
            });
  }

  private Reply error() {
    int status = world.chance().oneOf(ERRORS);
    return new Reply.Failure(status == 502 ? Failures.gateway(status) : Failures.api(status));
  }

  private void commit(ModelTask task) {
    long now = world.now();
    for (ModelTask earlier : task.job.taken()) {
      if (!earlier.hasEnded(now)) {
        earlier.fail(now + Nanos.SECOND);
        task.fail(now + Nanos.SECOND);
      } else if (earlier.hasConversation(now)) {
        earlier.destroy();
        task.fail(now + Nanos.SECOND);
      }
    }
    task.commit(now, world.timeline().wallClock());
    tasks.add(task);
    world.oracle().committed(task);
  }

  /** The limiter's answer, or null if it lets a request through. */
  @Nullable OpenHandsException limited() {
    long seconds = world.isCalm() ? -1 : limiter.refuses(world.now());
    if (seconds < 0) {
      return null;
    }
    world.tally().add(Seen.LIMITED);
    return Failures.limited(seconds);
  }

  /** Ends all that is under way, and comes back after a while. */
  void crash() {
    if (!up) {
      return;
    }
    world.tally().add(Seen.SERVER_CRASHED);
    world.note("server crashes", life, "");
    up = false;
    life++;
    tasks.stream().filter(task -> !task.hasEnded(world.now())).forEach(ModelTask::hang);
    world.timeline().in(world.chance().between(Nanos.SECOND, Nanos.MINUTE), () -> up = true);
  }

  private long moment() {
    return world.now() - world.chance().upTo(world.plan().longestLag());
  }

  /** All tasks that a search shows, oldest first. */
  List<AppConversationStartTask> tasks() {
    long moment = moment();
    return tasks.stream()
        .filter(task -> task.isShown(moment))
        .map(task -> task.row(moment))
        .toList();
  }

  @Nullable AppConversationStartTask task(StartTaskId id) {
    long moment = moment();
    return tasks.stream()
        .filter(task -> task.id.equals(id) && task.isListed(moment))
        .map(task -> task.row(moment))
        .findFirst()
        .orElse(null);
  }

  @Nullable AppConversation conversation(ConversationId id) {
    long moment = moment();
    return with(id)
        .filter(task -> task.hasConversation(moment))
        .map(task -> task.conversation(moment))
        .findFirst()
        .orElse(null);
  }

  private Stream<ModelTask> with(ConversationId id) {
    return tasks.stream().filter(task -> task.conversationId.equals(id));
  }

  /** The task of another start, if there is one. */
  @Nullable ModelTask foreign(Job job) {
    return tasks.stream().filter(task -> task.job != job).findFirst().orElse(null);
  }

  int size() {
    return tasks.size();
  }
}
