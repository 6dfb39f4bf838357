package io.github.openhands4j.compat.internal.reading;

import io.github.openhands4j.compat.internal.events.AgentStates;
import io.github.openhands4j.compat.internal.numbers.Entry;
import io.github.openhands4j.compat.internal.numbers.EventLog;
import io.github.openhands4j.compat.internal.numbers.Role;
import io.github.openhands4j.compat.internal.translate.SandboxState;
import io.github.openhands4j.core.internal.time.TimeSource;
import io.github.openhands4j.model.v0.RuntimeStatus;
import io.github.openhands4j.model.v1.AppConversation;
import io.github.openhands4j.model.v1.ConversationExecutionStatus;
import io.github.openhands4j.model.v1.SandboxStatus;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * States that V1 shows in the conversation but stored no event for, so that callers who wait for an
 * end get one: the end of a run, and the end of its sandbox. They are made only when nothing has
 * moved for longer than an event may be late. Thread-safe.
 */
final class Endings {

  /** V1's word, which also an agent has that was stopped: asleep it says nothing of an end. */
  private static final String IDLE = "idle";

  /**
   * The parts that made ends of a run have: an event may be the last one of several. They are
   * written to ledgers, so none may change; 5 is {@link Entry#CONTENT}.
   */
  private static final Map<String, Integer> PARTS =
      Map.of("finished", 2, "error", 3, "stuck", 4, IDLE, 6);

  /** Stands for the event of states that the sandbox made; their parts count them. */
  private static final String SANDBOX = "sandbox";

  private static final int MOST_OF_A_SANDBOX = 100;

  private final Standstill standstill;

  Endings(TimeSource time) {
    this.standstill = new Standstill(time);
  }

  /** The entry to append, if any, when all events were read. */
  List<Entry> of(AppConversation row, SandboxState sandbox, EventLog log) {
    String status = row.executionStatus() == null ? "" : row.executionStatus().value();
    if (PARTS.containsKey(status) && (sandbox == SandboxState.UP || !status.equals(IDLE))) {
      return ofRun(row, status, log);
    }
    return sandbox == SandboxState.UP ? whenUp(row, log) : ofSandbox(row, sandbox, log);
  }

  private List<Entry> ofRun(AppConversation row, String status, EventLog log) {
    int last = log.lastEvent();
    String told = AgentStates.of(status);
    boolean isEnd = !AgentStates.WAITING.equals(told) || AgentStates.RUNNING.equals(log.state());
    if (last < 0 || !isEnd || Objects.equals(told, log.state())) {
      standstill.moves(row.id());
      return List.of();
    }
    Entry event = log.at(last);
    int part = Objects.requireNonNull(PARTS.get(status));
    boolean isMade = log.find(event.eventId(), part) >= 0;
    if (isMade || !standstill.lasts(row.id(), event.eventId(), event.micros(), status)) {
      return List.of();
    }
    return List.of(
        made(event.eventId(), part, event.micros(), told + "\n" + AgentStates.reasonOf(status)));
  }

  /** Without its sandbox an agent does not go on: V0 stored that it had stopped, or failed. */
  private List<Entry> ofSandbox(AppConversation row, SandboxState sandbox, EventLog log) {
    if (!log.isUnderWay()) {
      standstill.moves(row.id());
      return List.of();
    }
    boolean asleep = sandbox == SandboxState.ASLEEP;
    String note =
        asleep
            ? AgentStates.STOPPED
            : AgentStates.ERROR + "\n" + RuntimeStatus.ERROR_RUNTIME_DISCONNECTED.value();
    int last = log.lastEvent();
    String eventId = last < 0 ? "" : log.at(last).eventId();
    // however old it is: another process may be waking it
    long micros = asleep ? Entry.NO_TIME : newest(log);
    boolean lasts = standstill.lasts(row.id(), eventId, micros, note);
    return lasts && sandbox != SandboxState.DOUBTFUL ? ofSandbox(log, note) : List.of();
  }

  /** A sandbox that came back lets its agent go on without a word. */
  private List<Entry> whenUp(AppConversation row, EventLog log) {
    standstill.moves(row.id());
    boolean works =
        SandboxStatus.RUNNING.equals(row.sandboxStatus())
            && ConversationExecutionStatus.RUNNING.equals(row.executionStatus());
    Entry state = log.lastState();
    boolean isBack = works && state != null && state.eventId().equals(SANDBOX);
    return isBack && !log.isUnderWay() ? ofSandbox(log, AgentStates.RUNNING) : List.of();
  }

  private static List<Entry> ofSandbox(EventLog log, String note) {
    int part = 0;
    while (log.find(SANDBOX, part) >= 0) {
      part++;
    }
    return part < MOST_OF_A_SANDBOX ? List.of(made(SANDBOX, part, newest(log), note)) : List.of();
  }

  private static long newest(EventLog log) {
    int last = log.lastEvent();
    return last < 0 ? log.stateMicros() : log.at(last).micros();
  }

  private static Entry made(String eventId, int part, long micros, @Nullable String note) {
    return new Entry(eventId, part, Role.MADE_STATE, micros, Entry.NO_LINK, 0, note);
  }
}
