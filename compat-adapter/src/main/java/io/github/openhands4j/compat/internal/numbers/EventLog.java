package io.github.openhands4j.compat.internal.numbers;

import io.github.openhands4j.compat.internal.events.AgentStates;
import io.github.openhands4j.compat.internal.events.V1Event;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The log of one conversation, packed: some 40 bytes an entry, and the contents of the few events
 * that the app server does not have. What is in it never changes. Thread-safe; no lock of it is
 * held while something is read or written elsewhere.
 */
public final class EventLog {

  private static final int FIRST_SIZE = 16;
  private static final long OBJECT_BYTES = 1_000;
  private static final long NOTE_BYTES = 150;
  private static final long MOST_CONTENT_BYTES = 16L << 20;
  private static final int NONE = -1;

  /** Held while the ledger is read or written for this conversation. */
  private final ReentrantLock ledgerLock = new ReentrantLock();

  private final PackedIds ids = new PackedIds();
  private long[] micros = new long[FIRST_SIZE];
  private Role[] roles = new Role[FIRST_SIZE];
  private int[] links = new int[FIRST_SIZE];
  private byte[] calls = new byte[FIRST_SIZE];
  private final Map<Integer, String> notes = new HashMap<>();
  private final Ints numbered = new Ints();
  private final Ints stats = new Ints();
  private final Ints models = new Ints();
  private final Contents contents = new Contents(MOST_CONTENT_BYTES);
  private final ReadMark storedMark = new ReadMark();
  private final ReadMark liveMark = new ReadMark();
  private int size;
  private int firstUserMessage = NONE;
  private int lastEvent = NONE;
  private int lastState = NONE;
  private @Nullable String state;
  private long stateMicros = Entry.NO_TIME;
  private long messageMicros = Entry.NO_TIME;
  private long newest = Entry.NO_TIME;
  private long noteBytes;

  /** How many of the first entries others have read, until the marks are moved behind them. */
  private int readElsewhere;

  /**
   * Appends entries, if nobody else has meanwhile.
   *
   * @param expected the size that the entries were made for
   * @param entries the entries
   * @return false if the size is another; nothing was appended then
   */
  public synchronized boolean append(int expected, List<Entry> entries) {
    if (expected != size) {
      return false;
    }
    entries.forEach(this::add);
    return true;
  }

  private void add(Entry entry) {
    if (size == micros.length) {
      int length = size + (size >> 1);
      micros = Arrays.copyOf(micros, length);
      roles = Arrays.copyOf(roles, length);
      links = Arrays.copyOf(links, length);
      calls = Arrays.copyOf(calls, length);
    }
    ids.add(entry.eventId(), entry.part());
    micros[size] = entry.micros();
    roles[size] = entry.role();
    links[size] = entry.link();
    calls[size] = (byte) Math.min(entry.calls(), Byte.MAX_VALUE);
    if (entry.role() == Role.KEPT) {
      contents.keep(size, String.valueOf(entry.note()));
      contents.release(entry.eventId());
    } else if (entry.note() != null) {
      notes.put(size, entry.note());
      noteBytes += NOTE_BYTES + 2L * entry.note().length();
    }
    remember(entry);
    size++;
  }

  private void remember(Entry entry) {
    Role role = entry.role();
    if (role.isNumbered()) {
      numbered.add(size);
    }
    if (role == Role.STATS) {
      stats.add(size);
    } else if (role == Role.MODEL) {
      models.add(size);
    } else if (role == Role.USER_MESSAGE && firstUserMessage == NONE) {
      firstUserMessage = size;
    } else if (role.isState() && entry.note() != null) {
      state = entry.note().lines().findFirst().orElse("");
      // a made state is an answer to all that was said before it, whenever that was
      stateMicros =
          role == Role.MADE_STATE ? Math.max(entry.micros(), messageMicros) : entry.micros();
      lastState = size;
    }
    if (role == Role.USER_MESSAGE) {
      messageMicros = Math.max(messageMicros, entry.micros());
    }
    if (role.isEvent()) {
      lastEvent = size;
      newest = Math.max(newest, entry.micros());
    }
  }

  /**
   * How many entries there are.
   *
   * @return the size
   */
  public synchronized int size() {
    return size;
  }

  /**
   * How many V0 events there are; their numbers are those below.
   *
   * @return the next number
   */
  public synchronized int numbers() {
    return numbered.size();
  }

  /**
   * An entry.
   *
   * @param position from 0
   * @return the entry
   */
  public synchronized Entry at(int position) {
    return new Entry(
        ids.get(position),
        ids.part(position),
        roles[position],
        micros[position],
        links[position],
        calls[position],
        notes.get(position));
  }

  /**
   * Where a V0 event is.
   *
   * @param number its number
   * @return the position of its entry
   */
  public synchronized int positionOf(int number) {
    return numbered.get(number);
  }

  /**
   * The number of an entry, or the one that the next V0 event after it has.
   *
   * @param position the position
   * @return the number
   */
  public synchronized int numberAt(int position) {
    return numbered.below(position);
  }

  /**
   * Where a part of a V1 event is.
   *
   * @param eventId the event
   * @param part the part
   * @return the position, or -1
   */
  public synchronized int find(String eventId, int part) {
    return ids.find(eventId, part);
  }

  /**
   * The last action before a position that makes a tool call. Ids of calls may repeat.
   *
   * @param link the call's {@link Entry#linkOf}
   * @param before the position
   * @return the position of the action, or -1
   */
  public synchronized int actionOf(int link, int before) {
    for (int position = Math.min(before, size) - 1; position >= 0; position--) {
      if (links[position] == link && roles[position] == Role.ACTION) {
        return position;
      }
    }
    return NONE;
  }

  /**
   * The event that told the costs last before a position.
   *
   * @param position the position
   * @return its position, or -1
   */
  public synchronized int statsBefore(int position) {
    return last(stats, position);
  }

  /**
   * The model in use at a position.
   *
   * @param position the position
   * @return its name, or null if it is not known
   */
  public synchronized @Nullable String modelAt(int position) {
    int found = last(models, position);
    return found == NONE ? null : notes.get(found);
  }

  /**
   * Whether an entry is the first message of the user.
   *
   * @param position the position
   * @return true for one entry at most
   */
  public synchronized boolean isFirstMessage(int position) {
    return position == firstUserMessage;
  }

  /**
   * Whether the user has said anything.
   *
   * @return true if there is a message of the user
   */
  public synchronized boolean hasUserMessage() {
    return firstUserMessage != NONE;
  }

  /**
   * The agent's state told last.
   *
   * @return V0's word, or null if none was told
   */
  public synchronized @Nullable String state() {
    return state;
  }

  /**
   * When the agent was in the state told last.
   *
   * @return in microseconds since 1970, or {@link Entry#NO_TIME}
   */
  public synchronized long stateMicros() {
    return stateMicros;
  }

  /**
   * When the user said something last.
   *
   * @return in microseconds since 1970, or {@link Entry#NO_TIME}
   */
  public synchronized long messageMicros() {
    return messageMicros;
  }

  /**
   * The entry that told the agent's state last.
   *
   * @return the entry, or null if none did
   */
  public synchronized @Nullable Entry lastState() {
    return lastState == NONE ? null : at(lastState);
  }

  /**
   * Whether the agent has something to do, as far as it was told: it has not come to an end, or was
   * given something new after it.
   *
   * @return false if callers take what was told for the end of a turn
   */
  public synchronized boolean isUnderWay() {
    return !AgentStates.isEnd(state)
        || (stateMicros != Entry.NO_TIME && messageMicros > stateMicros);
  }

  /**
   * The V1 event that came last.
   *
   * @return its position, or -1
   */
  public synchronized int lastEvent() {
    return lastEvent;
  }

  /**
   * The time of the newest V1 event that is not dated later than some time. Clocks of sandboxes may
   * be wrong, and one event from next year must not stand for all that were read.
   *
   * @param latest in microseconds
   * @return in microseconds, or {@link Entry#NO_TIME}
   */
  public synchronized long newestUntil(long latest) {
    return newest <= latest ? newest : newestUntil(latest, size);
  }

  private long newestUntil(long latest, int end) {
    long found = Entry.NO_TIME;
    for (int position = 0; position < end; position++) {
      if (roles[position].isEvent() && micros[position] <= latest) {
        found = Math.max(found, micros[position]);
      }
    }
    return found;
  }

  /**
   * How far the app server's list was read.
   *
   * @return the mark, which moves with each reading
   */
  public ReadMark storedMark() {
    return storedMark;
  }

  /**
   * How far the agent server's list was read.
   *
   * @return the mark, which moves with each reading
   */
  public ReadMark liveMark() {
    return liveMark;
  }

  /** What is in the log was read by others. */
  synchronized void wasReadElsewhere() {
    readElsewhere = size;
  }

  /**
   * Moves the marks behind what others have read, if that was not done yet: what they missed is not
   * looked for.
   *
   * @param latest a time, in microseconds, that no event can have yet; those that have a later one
   *     do not count
   */
  public synchronized void passReadElsewhere(long latest) {
    if (readElsewhere > 0) {
      long until = newestUntil(latest, readElsewhere);
      readElsewhere = 0;
      storedMark.advance(until);
      liveMark.advance(until);
    }
  }

  /**
   * Notes that the app server has events.
   *
   * @param events the events, known here or not
   */
  public synchronized void stored(Collection<V1Event> events) {
    for (V1Event event : events) {
      int position = ids.find(event.id(), 0);
      if (position != NONE) {
        contents.stored(position, event.id());
      }
    }
  }

  /**
   * Holds the contents of events that were read at the agent server, until the app server is seen
   * to have them or they are appended.
   *
   * @param events the events; those that are not in the log, or whose content is not needed, are
   *     passed over
   */
  public synchronized void hold(Collection<V1Event> events) {
    for (V1Event event : events) {
      int position = ids.find(event.id(), 0);
      boolean shown =
          position != NONE && (roles[position].isNumbered() || roles[position] == Role.STATS);
      if (shown && ids.find(event.id(), Entry.CONTENT) == NONE) {
        contents.hold(position, event, micros[position]);
      }
    }
  }

  /**
   * Contents that are held for a long time already.
   *
   * @param micros the events' latest time
   * @return entries to append, so that other processes have the contents too
   */
  public synchronized List<Entry> heldSince(long micros) {
    return contents.waitingSince(micros);
  }

  /**
   * The content of an event.
   *
   * @param eventId the event
   * @return the packed event if it is here, or null; a ledger may have it where {@link #find} finds
   *     its part {@link Entry#CONTENT}
   */
  public synchronized @Nullable String content(String eventId) {
    String held = contents.held(eventId);
    return held != null ? held : contents.kept(ids.find(eventId, Entry.CONTENT));
  }

  ReentrantLock ledgerLock() {
    return ledgerLock;
  }

  /**
   * The memory it takes.
   *
   * @return in bytes, about
   */
  public synchronized long bytes() {
    return OBJECT_BYTES
        + ids.bytes()
        + micros.length * (Long.BYTES + 2L * Integer.BYTES + 1)
        + numbered.bytes()
        + stats.bytes()
        + models.bytes()
        + noteBytes
        + contents.bytes();
  }

  private static int last(Ints positions, int before) {
    int below = positions.below(before);
    return below == 0 ? NONE : positions.get(below - 1);
  }
}
