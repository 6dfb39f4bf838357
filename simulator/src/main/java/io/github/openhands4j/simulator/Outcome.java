package io.github.openhands4j.simulator;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a start and of the run that follows it.
 *
 * <p>Given to {@link OpenHandsSimulator#nextStart(Outcome)} or {@link
 * OpenHandsSimulator#everyStart(Outcome)}. Immutable; the methods that are not static return a
 * changed copy.
 */
public final class Outcome {

  /** Where a start goes wrong: it fails or hangs instead of going past {@code at}. */
  record Trouble(StartStatus at, @Nullable String detail, boolean hangs) {}

  private final List<RunStep> end;
  private final @Nullable Trouble trouble;
  private final @Nullable String errorAfterReady;
  private final @Nullable Pace startPace;
  private final @Nullable Pace runPace;
  private final int nullReads;
  private final boolean idleFirst;
  private final List<AgentStep> doing;

  private Outcome(
      List<RunStep> end,
      @Nullable Trouble trouble,
      @Nullable String errorAfterReady,
      @Nullable Pace startPace,
      @Nullable Pace runPace,
      int nullReads,
      boolean idleFirst,
      List<AgentStep> doing) {
    this.end = List.copyOf(end);
    this.trouble = trouble;
    this.errorAfterReady = errorAfterReady;
    this.startPace = startPace;
    this.runPace = runPace;
    this.nullReads = nullReads;
    this.idleFirst = idleFirst;
    this.doing = List.copyOf(doing);
  }

  private static Outcome ending(RunStep... end) {
    return new Outcome(List.of(end), null, null, null, null, 0, false, List.of());
  }

  private static Outcome troubled(StartStatus at, @Nullable String detail, boolean hangs) {
    return new Outcome(
        List.of(), new Trouble(at, detail, hangs), null, null, null, 0, false, List.of());
  }

  /**
   * READY, {@code running}, {@code finished}.
   *
   * @return the outcome a start has when nothing else is said
   */
  public static Outcome finished() {
    return ending(RunStep.of("finished"));
  }

  /**
   * READY, {@code running}, {@code error}; the events tell the cause.
   *
   * @param code such as {@code LLMAuthenticationError}
   * @param detail free text of the error event
   * @return an outcome whose run fails
   */
  public static Outcome error(String code, String detail) {
    return ending(RunStep.failed(code, detail));
  }

  /**
   * READY, {@code running}, {@code stuck}.
   *
   * @return an outcome whose run ends without success
   */
  public static Outcome stuck() {
    return ending(RunStep.of("stuck"));
  }

  /**
   * READY, {@code running}, {@code waiting_for_confirmation}; the events end with the action that
   * waits.
   *
   * @return an outcome whose run waits for a user
   */
  public static Outcome waitingForConfirmation() {
    return ending(RunStep.by(AgentStep.proposal("rm -r build"), "waiting_for_confirmation"));
  }

  /**
   * READY, {@code running}, then the agent is paused: {@code paused} in a running sandbox.
   *
   * @return an outcome whose run stops half-way
   */
  public static Outcome paused() {
    return ending(RunStep.of("paused"));
  }

  /**
   * READY, {@code running}, and never anything else.
   *
   * @return an outcome whose run does not end by itself
   */
  public static Outcome runningForever() {
    return ending();
  }

  /**
   * READY, {@code running}, then the sandbox is paused under the run; the status reads null.
   *
   * @return an outcome whose run is cut off; {@code error} is shown after a resume
   */
  public static Outcome sandboxPaused() {
    return ending(RunStep.sandbox(SandboxStatus.PAUSED, 0));
  }

  /**
   * READY, {@code running}, then the sandbox breaks; the status reads null.
   *
   * @return an outcome whose run is lost with its sandbox
   */
  public static Outcome sandboxError() {
    return ending(RunStep.sandbox(SandboxStatus.ERROR, 0));
  }

  /**
   * READY, {@code running}, then the sandbox is MISSING for good; the status reads null.
   *
   * @return an outcome whose run is lost with its sandbox
   */
  public static Outcome sandboxMissing() {
    return ending(RunStep.sandbox(SandboxStatus.MISSING, 0));
  }

  /**
   * READY, {@code running}, then the sandbox reads MISSING a number of times, comes back, and the
   * run finishes.
   *
   * @param reads how many answers show MISSING, at least 1
   * @return an outcome whose run outlives the gap
   * @throws IllegalArgumentException when {@code reads} is less than 1
   */
  public static Outcome sandboxMissingFor(int reads) {
    if (reads < 1) {
      throw new IllegalArgumentException("reads must be at least 1, not " + reads);
    }
    return ending(RunStep.sandbox(SandboxStatus.MISSING, reads), RunStep.of("finished"));
  }

  /**
   * The start ends in ERROR after PREPARING_REPOSITORY; the sandbox stays.
   *
   * @param detail the task's {@code detail}; may be empty, as real ones are
   * @return an outcome without a conversation
   */
  public static Outcome startError(String detail) {
    return startError(StartStatus.PREPARING_REPOSITORY, detail);
  }

  /**
   * The start ends in ERROR.
   *
   * @param last the last status seen before ERROR
   * @param detail the task's {@code detail}
   * @return an outcome without a conversation
   * @throws IllegalArgumentException when {@code last} is READY or ERROR
   */
  public static Outcome startError(StartStatus last, String detail) {
    return troubled(unfinished(last), detail, false);
  }

  /**
   * The start ends in ERROR as it does for a repository without a provider token.
   *
   * @return an outcome without a conversation
   */
  public static Outcome missingGitCredentials() {
    return startError("Git provider authentication issue when getting remote URL");
  }

  /**
   * The start stays in WAITING_FOR_SANDBOX for ever.
   *
   * @return an outcome without a conversation, and without an error
   */
  public static Outcome neverReady() {
    return neverReady(StartStatus.WAITING_FOR_SANDBOX);
  }

  /**
   * The start stays in the given status for ever.
   *
   * @param last the status it does not go past
   * @return an outcome without a conversation, and without an error
   * @throws IllegalArgumentException when {@code last} is READY or ERROR
   */
  public static Outcome neverReady(StartStatus last) {
    return troubled(unfinished(last), null, true);
  }

  /**
   * As {@link #finished()}, with a start that goes at the given pace.
   *
   * @param pace the pace of the start; the run keeps the server's
   * @return an outcome that ends well
   */
  public static Outcome slowStart(Pace pace) {
    return finished().startPace(pace);
  }

  private static StartStatus unfinished(StartStatus status) {
    if (status.ended()) {
      throw new IllegalArgumentException("a start does not go on from " + status);
    }
    return status;
  }

  /**
   * The same with a start of this pace in place of the server's.
   *
   * @param pace how fast the start goes to READY
   * @return a changed copy
   */
  public Outcome startPace(Pace pace) {
    return new Outcome(end, trouble, errorAfterReady, pace, runPace, nullReads, idleFirst, doing);
  }

  /**
   * The same with a run of this pace in place of the server's.
   *
   * @param pace how fast the run goes through its statuses
   * @return a changed copy
   */
  public Outcome runPace(Pace pace) {
    return new Outcome(end, trouble, errorAfterReady, startPace, pace, nullReads, idleFirst, doing);
  }

  /**
   * The same, but {@code execution_status} reads null for the first moves of the run.
   *
   * @param moves how many stations of the first run read null, 0 or more
   * @return a changed copy
   */
  public Outcome statusUnknownFor(int moves) {
    return new Outcome(end, trouble, errorAfterReady, startPace, runPace, moves, idleFirst, doing);
  }

  /**
   * The same, but the run is seen as {@code idle} before it is {@code running}.
   *
   * @return a changed copy
   */
  public Outcome idleFirst() {
    return new Outcome(end, trouble, errorAfterReady, startPace, runPace, nullReads, true, doing);
  }

  /**
   * The same, but the task turns from READY to ERROR one move later; the conversation stays. A pace
   * by reads shows READY at least once.
   *
   * @param detail the task's {@code detail}; may be empty
   * @return a changed copy
   */
  public Outcome errorAfterReady(String detail) {
    return new Outcome(end, trouble, detail, startPace, runPace, nullReads, idleFirst, doing);
  }

  /**
   * The same, but the agent does these things after it is {@code running}; each takes one move of
   * the run. A finished run then says "All done." only when the last of them says nothing.
   *
   * @param steps what the agent does in each run of this outcome, in order
   * @return a changed copy
   */
  public Outcome doing(AgentStep... steps) {
    return new Outcome(
        end, trouble, errorAfterReady, startPace, runPace, nullReads, idleFirst, List.of(steps));
  }

  /** Where the start goes wrong, or null. */
  @Nullable Trouble trouble() {
    return trouble;
  }

  /** The detail of an ERROR that follows READY, or null. */
  @Nullable String errorAfterReady() {
    return errorAfterReady;
  }

  /** The start's pace, or the given one. */
  Pace startPaceOr(Pace other) {
    return startPace == null ? other : startPace;
  }

  /** The run's pace, or the given one. */
  Pace runPaceOr(Pace other) {
    return runPace == null ? other : runPace;
  }

  /** The stations of the first run of a conversation. */
  List<RunStep> firstRun() {
    List<RunStep> steps = new ArrayList<>(Collections.nCopies(nullReads, RunStep.of(null)));
    if (idleFirst) {
      steps.add(RunStep.of("idle"));
    }
    steps.addAll(laterRun());
    return List.copyOf(steps);
  }

  /** The stations of a run that a message sets off. */
  List<RunStep> laterRun() {
    List<RunStep> steps = new ArrayList<>();
    steps.add(RunStep.of("running"));
    doing.forEach(step -> steps.add(RunStep.doing(step)));
    boolean said = !doing.isEmpty() && doing.get(doing.size() - 1).isLastWords();
    end.forEach(step -> steps.add(said ? step.afterLastWords() : step));
    return List.copyOf(steps);
  }

  /** The only station of a conversation without a first message. */
  List<RunStep> noRun() {
    List<RunStep> steps = new ArrayList<>(Collections.nCopies(nullReads, RunStep.of(null)));
    steps.add(RunStep.of("idle"));
    return List.copyOf(steps);
  }
}
