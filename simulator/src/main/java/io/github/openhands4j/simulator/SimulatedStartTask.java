package io.github.openhands4j.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A start task of the simulated server, to look at and to interfere with. A live view: thread-safe,
 * every call sees and changes the present state, and no call counts as a read.
 */
public final class SimulatedStartTask {

  private final World world;
  private final String id = Uuids.random();
  private final ObjectNode request;
  private final Instant createdAt;
  private final StartPlan plan;
  private final Ticker ticker;
  private StartStatus status = StartStatus.WORKING;
  private @Nullable String detail;
  private @Nullable String conversationId;
  private @Nullable String sandboxId;
  private @Nullable String agentServerUrl;
  private Instant updatedAt;
  private boolean hanging;

  /** A task that has just been taken. */
  SimulatedStartTask(World world, ObjectNode request, StartPlan plan, Instant at) {
    this.world = world;
    this.request = request;
    this.plan = plan;
    this.createdAt = at;
    this.updatedAt = at;
    this.ticker = new Ticker(plan.outcome().startPaceOr(world.options().startPace()), at);
  }

  /**
   * The task's id as 32 hex digits; never the conversation's.
   *
   * @return the id as the server shows it, which never changes
   */
  public String id() {
    return id;
  }

  /**
   * The present status.
   *
   * @return the status the next answer would show
   */
  public StartStatus status() {
    return world.look(() -> status);
  }

  /**
   * Why it failed, if it did and said so.
   *
   * @return the detail of an ERROR, possibly an empty text; nothing in any other status
   */
  public Optional<String> detail() {
    return world.look(() -> Optional.ofNullable(detail));
  }

  /**
   * The conversation's id, only from READY on.
   *
   * @return 32 hex digits; nothing when the task was never READY
   */
  public Optional<String> conversationId() {
    return world.look(() -> Optional.ofNullable(conversationId));
  }

  /**
   * The sandbox's id, from WAITING_FOR_SANDBOX on.
   *
   * @return the id as the server shows it; nothing before that status
   */
  public Optional<String> sandboxId() {
    return world.look(() -> Optional.ofNullable(sandboxId));
  }

  /**
   * A copy of the request as the server echoes it, secrets masked.
   *
   * @return an object with all keys of a start; those the client left out are null or the default
   */
  public JsonNode request() {
    return world.look(request::deepCopy);
  }

  /** Moves it one status further. */
  public void advance() {
    world.change(at -> world.starts().move(this, at));
  }

  /**
   * Ends it in ERROR with this detail, whatever it shows now.
   *
   * @param detail why; may be empty, as real ones are
   */
  public void fail(String detail) {
    world.change(at -> failed(detail, at));
  }

  /** Leaves it in its present status for ever, as when the server process dies. */
  public void hang() {
    world.change(at -> hanging = true);
  }

  /** Removes it: batch reads show null from now on. */
  public void vanish() {
    world.change(at -> world.removeStartTask(id));
  }

  /**
   * Counts one answer in which it was shown, and moves it accordingly. READY ends the moves of a
   * read, so that it is seen before an ERROR that follows it.
   */
  void wasRead(Instant at) {
    int moves = ticker.read();
    while (moves > 0) {
      world.starts().move(this, at);
      moves = status == StartStatus.READY ? 0 : moves - 1;
    }
  }

  /** Moves it as far as time demands. */
  void catchUp(Instant now) {
    while (ticker.elapsed(now)) {
      world.starts().move(this, ticker.since());
    }
  }

  /** Takes the next status. */
  void reached(StartStatus next, Instant at) {
    status = next;
    updatedAt = at;
  }

  /** Ends in ERROR. */
  void failed(String why, Instant at) {
    detail = why;
    reached(StartStatus.ERROR, at);
  }

  /** Learns its sandbox. */
  void inSandbox(String sandbox) {
    sandboxId = sandbox;
  }

  /** Learns the address of the agent server. */
  void atAgentServer(String url) {
    agentServerUrl = url;
  }

  /** Learns its conversation. */
  void startedConversation(String conversation) {
    conversationId = conversation;
  }

  /** True when nothing but the test moves it any more. */
  boolean isHanging() {
    return hanging;
  }

  /** What was decided when the start was taken. */
  StartPlan plan() {
    return plan;
  }

  /** The echo of the request itself. */
  ObjectNode echo() {
    return request;
  }

  /** The status, for a caller that holds the world. */
  StartStatus rawStatus() {
    return status;
  }

  /** The detail, for a caller that holds the world. */
  @Nullable String rawDetail() {
    return detail;
  }

  /** The conversation's id, for a caller that holds the world. */
  @Nullable String rawConversationId() {
    return conversationId;
  }

  /** The sandbox's id, for a caller that holds the world. */
  @Nullable String rawSandboxId() {
    return sandboxId;
  }

  /** The address of the agent server, from STARTING_CONVERSATION on. */
  @Nullable String agentServerUrl() {
    return agentServerUrl;
  }

  /** When the start was taken. */
  Instant createdAt() {
    return createdAt;
  }

  /** When the status last changed. */
  Instant updatedAt() {
    return updatedAt;
  }

  /** Shows id and status, never the request. */
  @Override
  public String toString() {
    return "start task " + id + " " + status();
  }
}
