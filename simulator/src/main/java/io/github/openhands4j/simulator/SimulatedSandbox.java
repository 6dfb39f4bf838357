package io.github.openhands4j.simulator;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A sandbox of the simulated server, to look at and to interfere with. A live view: thread-safe,
 * every call sees and changes the present state.
 */
public final class SimulatedSandbox {

  /**
   * A status to come.
   *
   * @param afterReads how many answers still show the status before it
   */
  private record Phase(SandboxStatus status, int afterReads) {}

  private final World world;
  private final String id;
  private final Instant createdAt;
  private SandboxStatus status = SandboxStatus.STARTING;
  private final Deque<Phase> ahead = new ArrayDeque<>();
  private int readsUntilGone;
  private final SimulatedWorkspace workspace;
  private final BashLog bash = new BashLog();
  private String sessionKey;
  private int relocations;

  /** A sandbox that boots. */
  SimulatedSandbox(World world, String id, Instant createdAt) {
    this.world = world;
    this.id = id;
    this.createdAt = createdAt;
    this.workspace = new SimulatedWorkspace(world);
    this.sessionKey = world.nextSessionKey(id);
  }

  /**
   * The sandbox's id: the conversation's hex id when the client chose one, else a random text.
   *
   * @return the id as the server shows it, which never changes
   */
  public String id() {
    return id;
  }

  /**
   * The present status; looking does not count as a read.
   *
   * @return the status the next answer would show
   */
  public SandboxStatus status() {
    return world.look(() -> status);
  }

  /**
   * The present session key, a fake one; each resume makes a new one.
   *
   * @return the key, also while the status keeps the server from showing it
   */
  public String sessionKey() {
    return world.look(() -> sessionKey);
  }

  /**
   * The files of the sandbox, its git state and its shell.
   *
   * @return a live view, which outlives pauses
   */
  public SimulatedWorkspace workspace() {
    return workspace;
  }

  /**
   * Pauses it, as the idle limit or the tenth sandbox would; a run inside ends in {@code error}.
   */
  public void pause() {
    world.change(at -> become(SandboxStatus.PAUSED, at));
  }

  /** Resumes it with a new key; it is STARTING for the configured number of reads. */
  public void resume() {
    world.change(this::wake);
  }

  /** Makes it MISSING until something else is said. */
  public void lose() {
    world.change(at -> become(SandboxStatus.MISSING, at));
  }

  /**
   * Makes it MISSING for that many reads, as when the runtime cannot be asked; then RUNNING.
   *
   * @param reads how many answers show it or a conversation in it as MISSING; less than 1 counts as
   *     1
   */
  public void loseFor(int reads) {
    world.change(at -> become(SandboxStatus.MISSING, reads));
  }

  /**
   * Gives it this status until something else is said, whatever it was before.
   *
   * @param next the new status; a run inside ends in {@code error} with PAUSED
   */
  public void setStatus(SandboxStatus next) {
    world.change(at -> become(next, at));
  }

  /** Breaks it. */
  public void fail() {
    world.change(at -> become(SandboxStatus.ERROR, at));
  }

  /**
   * Makes it ERROR for that many reads, as when it is too busy to answer; then RUNNING.
   *
   * @param reads how many answers show it or a conversation in it as ERROR; less than 1 counts as 1
   */
  public void failFor(int reads) {
    world.change(at -> become(SandboxStatus.ERROR, reads));
  }

  /** Removes it: conversations in it read MISSING, messages to them are 404. */
  public void delete() {
    world.change(at -> world.removeSandbox(id));
  }

  /** Takes a status for good. */
  void become(SandboxStatus next, Instant at) {
    status = next;
    ahead.clear();
    if (next == SandboxStatus.PAUSED) {
      world.sandboxPaused(id, at);
    }
  }

  /** Takes a status for some reads and runs again afterwards. */
  void become(SandboxStatus next, int reads) {
    status = next;
    ahead.clear();
    ahead.add(new Phase(SandboxStatus.RUNNING, reads));
  }

  /** Runs once it was shown STARTING as often as after a resume. */
  void boot() {
    ahead.add(new Phase(SandboxStatus.RUNNING, Math.max(1, world.options().resumeReads())));
  }

  /** What the pause call does. */
  void sleep(Instant at) {
    if (world.options().pauseReads() == 0) {
      become(SandboxStatus.PAUSED, at);
    } else {
      ahead.clear();
      ahead.add(new Phase(SandboxStatus.PAUSED, world.options().pauseReads()));
    }
  }

  /** What the resume call does. */
  void wake(Instant at) {
    if (status != SandboxStatus.PAUSED) {
      return;
    }
    sessionKey = world.nextSessionKey(id);
    ahead.clear();
    ahead.add(new Phase(SandboxStatus.STARTING, world.options().pauseReads()));
    ahead.add(new Phase(SandboxStatus.RUNNING, world.options().resumeReads()));
    move(at);
  }

  /** Its last conversation was deleted. */
  void abandon() {
    readsUntilGone = world.options().deletedSandboxReads();
    if (readsUntilGone == 0) {
      world.removeSandbox(id);
    }
  }

  /** A second agent server took its place: same id, other address and key. */
  void relocate() {
    relocations++;
    sessionKey = world.nextSessionKey(id);
  }

  /** Counts one answer in which it, or a conversation in it, was shown. */
  void wasRead(Instant at) {
    Phase next = ahead.poll();
    if (next != null) {
      ahead.addFirst(new Phase(next.status(), next.afterReads() - 1));
      move(at);
    }
    if (readsUntilGone > 0) {
      readsUntilGone--;
      if (readsUntilGone == 0) {
        world.removeSandbox(id);
      }
    }
  }

  /** Takes all statuses whose time has come. */
  private void move(Instant at) {
    for (Phase next = ahead.peek(); next != null && next.afterReads() <= 0; next = ahead.peek()) {
      ahead.remove();
      status = next.status();
      if (status == SandboxStatus.PAUSED) {
        world.sandboxPaused(id, at);
      }
    }
  }

  /** The status, for a caller that holds the world. */
  SandboxStatus rawStatus() {
    return status;
  }

  /** The key, for a caller that holds the world. */
  String rawSessionKey() {
    return sessionKey;
  }

  /** When it was made. */
  Instant createdAt() {
    return createdAt;
  }

  /**
   * The address of its agent server. A second server in its place, or an address with a path, has
   * the prefix {@link AgentFront} takes away.
   */
  String agentServerUrl() {
    if (relocations == 0 && !world.options().agentPathPrefix()) {
      return world.agentUrl();
    }
    String suffix = relocations == 0 ? "" : "-" + relocations;
    return world.agentUrl() + AgentFront.PREFIX + id + suffix;
  }

  /** The shell commands and their output. */
  BashLog bash() {
    return bash;
  }

  /** Shows id and status, never the key. */
  @Override
  public String toString() {
    return "sandbox " + id + " " + status();
  }
}
