package io.github.openhands4j.simulator;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A sandbox of the simulated server, to look at and to interfere with. A live view: thread-safe,
 * every call sees and changes the present state.
 */
public final class SimulatedSandbox {

  private final World world;
  private final String id;
  private final Instant createdAt;
  private SandboxStatus status = SandboxStatus.STARTING;
  private @Nullable SandboxStatus upcoming;
  private int readsLeft;
  private String sessionKey;
  private int relocations;

  /** A sandbox that boots. */
  SimulatedSandbox(World world, String id, Instant createdAt) {
    this.world = world;
    this.id = id;
    this.createdAt = createdAt;
    this.sessionKey = world.nextSessionKey();
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
    upcoming = null;
    if (next == SandboxStatus.PAUSED) {
      world.sandboxPaused(id, at);
    }
  }

  /** Takes a status for some reads and runs again afterwards. */
  void become(SandboxStatus next, int reads) {
    status = next;
    upcoming = SandboxStatus.RUNNING;
    readsLeft = reads;
  }

  /** What the resume call does. */
  void wake(Instant at) {
    if (status != SandboxStatus.PAUSED) {
      return;
    }
    sessionKey = world.nextSessionKey();
    if (world.options().resumeReads() == 0) {
      become(SandboxStatus.RUNNING, at);
    } else {
      become(SandboxStatus.STARTING, world.options().resumeReads());
    }
  }

  /** A second agent server took its place: same id, other address and key. */
  void relocate() {
    relocations++;
    sessionKey = world.nextSessionKey();
  }

  /** Counts one answer in which it, or a conversation in it, was shown. */
  void wasRead() {
    if (upcoming == null) {
      return;
    }
    readsLeft--;
    if (readsLeft <= 0) {
      status = upcoming;
      upcoming = null;
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

  /** The address of its agent server: a path of the simulator that answers 404. */
  String agentServerUrl() {
    String suffix = relocations == 0 ? "" : "-" + relocations;
    return world.baseUrl() + "/agent-server/" + id + suffix;
  }

  /** Shows id and status, never the key. */
  @Override
  public String toString() {
    return "sandbox " + id + " " + status();
  }
}
