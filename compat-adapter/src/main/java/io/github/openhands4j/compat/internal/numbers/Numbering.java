package io.github.openhands4j.compat.internal.numbers;

import io.github.openhands4j.compat.internal.events.AgentStates;
import io.github.openhands4j.compat.internal.events.Kind;
import io.github.openhands4j.compat.internal.events.Timestamps;
import io.github.openhands4j.compat.internal.events.V1Event;
import io.github.openhands4j.model.v1.ConversationExecutionStatus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decides the entries of V1 events that were read. Pure: the same events after the same log make
 * the same entries. Used once, by one thread.
 */
public final class Numbering {

  private final EventLog log;
  private final int size;
  private final List<Entry> fresh = new ArrayList<>();
  private final Map<String, Integer> places = new HashMap<>();
  private final Map<String, Integer> callsOfAnswers = new HashMap<>();
  private final boolean idle;
  private @Nullable String state;
  private long stateMicros;
  private long messageMicros;

  private Numbering(EventLog log, int size, List<V1Event> events, boolean idle) {
    this.log = log;
    this.size = size;
    this.state = log.state();
    this.stateMicros = log.stateMicros();
    this.messageMicros = log.messageMicros();
    this.idle =
        idle
            && !log.hasUserMessage()
            && events.stream().noneMatch(event -> Kind.of(event) == Kind.USER_MESSAGE);
  }

  /**
   * The entries to append for events that were read.
   *
   * @param log the log so far
   * @param size its size, which the entries are for
   * @param events the events in the order in which they are to be numbered; those that the log has
   *     already, those without an id and repeated ones are passed over
   * @param idle whether the agent waits for its user now, by what the conversation says
   * @return the entries, possibly none
   */
  public static List<Entry> plan(EventLog log, int size, List<V1Event> events, boolean idle) {
    Numbering numbering = new Numbering(log, size, events, idle);
    for (V1Event event : events) {
      if (event.responseId() != null && Kind.of(event) == Kind.ACTION) {
        numbering.callsOfAnswers.merge(event.responseId(), 1, Integer::sum);
      }
    }
    events.forEach(numbering::add);
    return numbering.fresh;
  }

  /**
   * The time of an event.
   *
   * @param event the event
   * @return in microseconds since 1970, or {@link Entry#NO_TIME} also for what they cannot count
   */
  public static long microsOf(V1Event event) {
    return Entry.microsOf(Timestamps.parse(event.timestamp()));
  }

  private void add(V1Event event) {
    Kind kind = Kind.of(event);
    if (kind == Kind.NOTHING || event.id().isEmpty() || isKnown(event.id())) {
      return;
    }
    switch (kind) {
      case STATS -> put(event, 0, Role.STATS, Entry.NO_LINK, 0, null);
      case STATE -> addState(event, String.valueOf(AgentStates.told(event)));
      case USER_MESSAGE -> {
        put(event, 0, Role.USER_MESSAGE, Entry.NO_LINK, 0, null);
        messageMicros = Math.max(messageMicros, microsOf(event));
      }
      case ACTION -> put(event, 0, Role.ACTION, link(event), calls(event), null);
      case ANSWER -> put(event, 0, Role.ANSWER, cause(event), 0, null);
      case FAILURE -> {
        put(event, 0, Role.OTHER, Entry.NO_LINK, 0, null);
        if (!isOutdated(AgentStates.ERROR, event)) {
          put(event, 1, Role.STATE, Entry.NO_LINK, 0, AgentStates.ERROR);
          isNow(AgentStates.ERROR, event);
        }
      }
      case WHOLE_CALL -> {
        put(event, 0, Role.ACTION, Entry.NO_LINK, 1, null);
        put(event, 1, Role.OTHER, Entry.NO_LINK, 0, null);
      }
      default -> put(event, 0, Role.OTHER, Entry.NO_LINK, 0, null);
    }
  }

  /** V0 told a state once; V1 tells it again with each snapshot, which may come late. */
  private void addState(V1Event event, String word) {
    String told = String.valueOf(AgentStates.of(word));
    boolean isNews = !told.equals(state) && !isOutdated(told, event);
    if (!isNews || isBeforeWork(told) || isWithoutReason(word)) {
      put(event, 0, Role.REPEATED, Entry.NO_LINK, 0, null);
      return;
    }
    put(event, 0, Role.STATE, Entry.NO_LINK, 0, told);
    isNow(told, event);
  }

  private void isNow(String told, V1Event event) {
    state = told;
    stateMicros = microsOf(event);
  }

  /** Older than the state told last, or an end from before the newest message. */
  private boolean isOutdated(String told, V1Event event) {
    long micros = microsOf(event);
    return micros != Entry.NO_TIME
        && ((stateMicros != Entry.NO_TIME && micros < stateMicros)
            || (AgentStates.isEnd(told) && micros < messageMicros));
  }

  /**
   * V1 tells that it is idle before it takes up its first message and, after the end of a run, each
   * further one; V0 only when there was none: callers take it for the end of a turn. At work it
   * says so only after an end that had no number; if that lasts it is told as one that was made up.
   */
  private boolean isBeforeWork(String told) {
    boolean isFirst = state == null || state.equals(AgentStates.LOADING);
    return told.equals(AgentStates.WAITING)
        && ((isFirst && !idle) || AgentStates.isEnd(state) || AgentStates.RUNNING.equals(state));
  }

  /**
   * A failed run says why in an event of its own, which tells the state too. Without one, an agent
   * may have come back from a pause that nobody saw; a failure that lasts is told as one that was
   * made up.
   */
  private static boolean isWithoutReason(String word) {
    return word.equals(ConversationExecutionStatus.ERROR.value());
  }

  private void put(V1Event event, int part, Role role, int link, int calls, @Nullable String note) {
    if (part == 0) {
      places.put(event.id(), size + fresh.size());
    }
    fresh.add(new Entry(event.id(), part, role, microsOf(event), link, calls, note));
  }

  private boolean isKnown(String id) {
    return places.containsKey(id) || log.find(id, 0) >= 0;
  }

  private static int link(V1Event event) {
    return Entry.linkOf(event.toolCallId());
  }

  private int calls(V1Event event) {
    return event.responseId() == null ? 1 : callsOfAnswers.getOrDefault(event.responseId(), 1);
  }

  /** The action that is named, else the last one that made the tool call; always an earlier one. */
  private int cause(V1Event event) {
    String named = event.actionId();
    if (named != null) {
      Integer place = places.get(named);
      int found = place != null ? place : log.find(named, 0);
      if (place == null && found >= size) {
        return Entry.NO_LINK; // somebody else numbered it meanwhile: this plan will be refused
      }
      if (found >= 0 && roleAt(found) == Role.ACTION) {
        return found;
      }
    }
    int link = link(event);
    if (link == Entry.NO_LINK) {
      return Entry.NO_LINK;
    }
    for (int i = fresh.size() - 1; i >= 0; i--) {
      if (fresh.get(i).role() == Role.ACTION && fresh.get(i).link() == link) {
        return size + i;
      }
    }
    return log.actionOf(link, size);
  }

  private Role roleAt(int position) {
    return position < size ? log.at(position).role() : fresh.get(position - size).role();
  }
}
