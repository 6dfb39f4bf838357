package io.github.openhands4j.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A conversation of the simulated server, to look at and to interfere with. A live view:
 * thread-safe, every call sees and changes the present state, and no call counts as a read.
 */
public final class SimulatedConversation {

  private final World world;
  private final String id;
  private final ObjectNode record;
  private ObjectNode started;
  private final List<String> messages = new ArrayList<>();
  private final String sandboxId;
  private Instant createdAt;
  private Instant updatedAt;
  private Run run;
  private Outcome next = Outcome.finished();
  private boolean unreachable;
  private int finishedRuns;
  private int reads;
  private String confirmationPolicy = "NeverConfirm";
  private JsonNode stats = Json.object().set("usage_to_metrics", Json.object());

  /** A conversation whose first run stands at its first station. */
  SimulatedConversation(
      World world, String id, ObjectNode record, String sandboxId, Run run, Instant at) {
    this.world = world;
    this.id = id;
    this.record = record;
    this.started = record.deepCopy();
    this.sandboxId = sandboxId;
    this.run = run;
    this.createdAt = at;
    this.updatedAt = at;
  }

  /**
   * The id as 32 hex digits.
   *
   * @return the id of the conversation and of its events, which never changes
   */
  public String id() {
    return id;
  }

  /**
   * The title, if any.
   *
   * @return the title, also one the server gave; nothing where it would read null
   */
  public Optional<String> title() {
    return world.look(() -> Optional.ofNullable(Json.text(record, "title")));
  }

  /**
   * What a read would show as {@code execution_status}; nothing where it would be null.
   *
   * @return the wire word, such as {@code running}
   */
  public Optional<String> executionStatus() {
    return world.look(() -> Optional.ofNullable(execution()));
  }

  /**
   * The texts of all user messages that reached the agent, oldest first.
   *
   * @return an unchangeable copy, the first message of the start included; empty when there was
   *     none
   */
  public List<String> messages() {
    return world.look(() -> List.copyOf(messages));
  }

  /**
   * The sandbox, if it still exists.
   *
   * @return a live view of it, nothing once it was deleted
   */
  public Optional<SimulatedSandbox> sandbox() {
    return world.look(() -> world.sandbox(sandboxId));
  }

  /**
   * The events, also when the conversation is deleted.
   *
   * @return a live view of both lists of events
   */
  public SimulatedEvents events() {
    return new SimulatedEvents(world, id);
  }

  /** Ends the run with {@code finished}. */
  public void finish() {
    setStatus("finished");
  }

  /**
   * Ends the run with {@code error} and an error event.
   *
   * @param code such as {@code LLMAuthenticationError}
   * @param detail free text of the error event
   */
  public void fail(String code, String detail) {
    world.change(at -> cutShort(RunStep.failed(code, detail), at));
  }

  /**
   * Makes the status read like this until a message sets off the next run; the present run is over,
   * also if the word is {@code running}.
   *
   * @param executionStatus a wire word, such as {@code stuck}, which is not checked; null as when
   *     the agent server does not answer in time
   */
  public void setStatus(@Nullable String executionStatus) {
    world.change(at -> cutShort(RunStep.of(executionStatus), at));
  }

  /** Pauses the agent, as its own pause and interrupt routes do; the record is reported anew. */
  public void pauseAgent() {
    world.change(
        at -> {
          cutShort(RunStep.of("paused"), at);
          reportedByAgent(at);
        });
  }

  /**
   * Loses what was PATCHed to a field since the start, as when the server writes the record as it
   * read it before.
   *
   * @param field the field's name in JSON, such as {@code selected_repository}
   */
  public void forget(String field) {
    world.change(at -> record.set(field, started.path(field).deepCopy()));
  }

  /**
   * Loses all that its start asked for, as a record reads that a report of the agent server was the
   * first to write: shortly before READY.
   */
  public void becomeStub() {
    world.change(at -> record.setAll(ConversationJson.stub(id)));
  }

  /** Has all again that its start asked for, and nothing of what was PATCHed. */
  public void becomeWhole() {
    world.change(at -> record.setAll(started.deepCopy()));
  }

  /**
   * Gives it a title as the server does by itself: it writes the record as it read it some time
   * ago, so that what was PATCHed since the start is lost, unless reports leave records alone.
   *
   * @param title the new title
   */
  public void giveAutomaticTitle(String title) {
    world.change(at -> retitle(title, at));
  }

  /**
   * What becomes of the run that is set off next; {@code finished} by default. A message that comes
   * while a run is under way, or about to be, joins that run and sets off none.
   *
   * @param outcome an outcome of which only the end and the pace of the run count
   */
  public void nextRun(Outcome outcome) {
    world.change(at -> next = outcome);
  }

  /**
   * What models were used for, as its agent server tells it.
   *
   * @param usageToMetrics a JSON object: a name and metrics for each use
   * @throws IllegalArgumentException when it is no JSON object
   */
  public void usage(String usageToMetrics) {
    ObjectNode uses = Json.objectOf(usageToMetrics);
    world.change(at -> stats = Json.object().set("usage_to_metrics", uses));
  }

  /** What models were used for, for a caller that holds the world. */
  JsonNode stats() {
    return stats;
  }

  /** The kind of its confirmation policy. */
  String confirmationPolicy() {
    return confirmationPolicy;
  }

  /** Takes another confirmation policy. */
  void confirmationPolicy(String kind) {
    confirmationPolicy = kind;
  }

  /** Deletes it and its start tasks, as the DELETE route does. */
  public void delete() {
    world.change(at -> world.removeConversation(id));
  }

  /** The status the agent server knows. */
  @Nullable String rawExecution() {
    return run.current().execution();
  }

  /** The status to show: null unless the sandbox runs and is the one that hosts it. */
  @Nullable String execution() {
    return sandboxRuns() && !unreachable ? run.current().execution() : null;
  }

  /** Counts one answer in which it was shown, and moves the run accordingly. */
  void wasRead(Instant at) {
    boolean running = sandboxRuns();
    world.sandbox(sandboxId).ifPresent(sandbox -> sandbox.wasRead(at));
    if (running) {
      for (int moves = run.ticker().read(); moves > 0; moves--) {
        move(at);
      }
    }
    reads++;
    SimulatorOptions.AutomaticTitle title = world.options().automaticTitle();
    if (title != null && !messages.isEmpty() && reads == title.afterReads()) {
      retitle(title.title(), at);
    }
  }

  /** Moves the run as far as time demands. */
  void catchUp(Instant now) {
    while (sandboxRuns() && run.ticker().elapsed(now)) {
      move(run.ticker().since());
    }
  }

  /** Moves the run one station further. */
  void move(Instant at) {
    if (run.move()) {
      arrive(at);
    }
  }

  /** Reaches the station the run stands at: events, metrics and the sandbox follow. */
  void arrive(Instant at) {
    RunStep step = run.current();
    updatedAt = at;
    SimulatedWorkspace workspace =
        world.sandbox(sandboxId).map(SimulatedSandbox::workspace).orElse(null);
    world.events().reached(id, step, workspace, at);
    if ("finished".equals(step.execution())) {
      finishedRuns++;
    }
    SandboxStatus change = step.sandbox();
    if (change != null) {
      world.sandbox(sandboxId).ifPresent(sandbox -> apply(step, change, sandbox, at));
    }
  }

  private static void apply(
      RunStep step, SandboxStatus change, SimulatedSandbox sandbox, Instant at) {
    if (step.sandboxReads() > 0) {
      sandbox.become(change, step.sandboxReads());
    } else {
      sandbox.become(change, at);
    }
  }

  /** True while a run is under way that takes messages in. */
  boolean isUnderWay() {
    return run.isUnderWay();
  }

  /** A message reached the agent; runs it unless told not to, or a run takes it in. */
  void message(JsonNode content, boolean runs, Instant at) {
    firstMessage(content, at);
    if (runs && !isUnderWay()) {
      startRun(at);
    }
  }

  /** Sets off the next run. */
  void startRun(Instant at) {
    String before = run.current().execution();
    List<RunStep> steps =
        new ArrayList<>(Collections.nCopies(world.options().staleReads(), RunStep.of(before)));
    steps.addAll(next.laterRun());
    run = new Run(steps, next.runPaceOr(world.options().runPace()), at);
    next = Outcome.finished();
    world.events().wakened(id, at);
    if (world.options().staleReads() == 0) {
      arrive(at);
    }
    updatedAt = at;
  }

  /** The first message, which the run given to the constructor belongs to. */
  void firstMessage(JsonNode content, Instant at) {
    messages.add(Messages.text(content));
    world.events().userMessage(id, Messages.blocks(content), at);
  }

  /** The sandbox stopped under a run: it comes back as failed. */
  void interrupted(Instant at) {
    if (run.current().isRunning()) {
      run = Run.cutShort(RunStep.of("error"), at);
    }
  }

  /** Cuts the present run short; it stands at this station. */
  void cutShort(RunStep step, Instant at) {
    run = Run.cutShort(step, at);
    arrive(at);
  }

  private void retitle(String title, Instant at) {
    if (world.options().movingCreatedAt()) {
      record.setAll(started.deepCopy());
    }
    record.put("title", title);
    updatedAt = at;
    reportedByAgent(at);
  }

  /** The agent server reports the record: some of it is written anew. */
  void reportedByAgent(Instant at) {
    if (world.options().movingCreatedAt()) {
      record.putNull("public");
      createdAt = at;
      updatedAt = at;
    }
  }

  /** A start into its own sandbox overwrote the record; run and messages go on untouched. */
  void overwritten(ObjectNode fresh, Instant at) {
    record.setAll(fresh);
    started = fresh.deepCopy();
    createdAt = at;
    updatedAt = at;
  }

  /** A second agent server hides it from now on. */
  void becomeUnreachable() {
    unreachable = true;
  }

  private boolean sandboxRuns() {
    return world
        .sandbox(sandboxId)
        .filter(sandbox -> sandbox.rawStatus() == SandboxStatus.RUNNING)
        .isPresent();
  }

  /** The fields that PATCH and a start set, by wire name. */
  ObjectNode fields() {
    return record;
  }

  /** The id of the sandbox it lives in. */
  String sandboxId() {
    return sandboxId;
  }

  /** True when messages cannot reach it although its sandbox runs. */
  boolean isUnreachable() {
    return unreachable;
  }

  /** How often a run ended with {@code finished}. */
  int finishedRuns() {
    return finishedRuns;
  }

  /** When it was made, or last reported. */
  Instant createdAt() {
    return createdAt;
  }

  /** When it last changed. */
  Instant updatedAt() {
    return updatedAt;
  }

  /** Notes a change of the record. */
  void touched(Instant at) {
    updatedAt = at;
  }

  /** Shows id and status, never a message. */
  @Override
  public String toString() {
    return "conversation " + id + " " + executionStatus().orElse("null");
  }
}
