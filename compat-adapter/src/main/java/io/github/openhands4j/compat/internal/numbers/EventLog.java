package io.github.openhands4j.compat.internal.numbers;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The log of one conversation, packed: some 40 bytes an entry. What is in it never changes.
 * Thread-safe.
 */
public final class EventLog {

  private static final int FIRST_SIZE = 16;
  private static final long OBJECT_BYTES = 1_000;
  private static final long NOTE_BYTES = 150;
  private static final int NONE = -1;

  private final PackedIds ids = new PackedIds();
  private long[] micros = new long[FIRST_SIZE];
  private Role[] roles = new Role[FIRST_SIZE];
  private int[] links = new int[FIRST_SIZE];
  private byte[] calls = new byte[FIRST_SIZE];
  private final Map<Integer, String> notes = new HashMap<>();
  private final Ints numbered = new Ints();
  private final Ints stats = new Ints();
  private final Ints models = new Ints();
  private int size;
  private int firstUserMessage = NONE;
  private int lastEvent = NONE;
  private @Nullable String state;
  private long newest = Entry.NO_TIME;
  private long noteBytes;

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
    if (entry.note() != null) {
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
    }
    if (role != Role.LOADING && role != Role.MODEL && role != Role.MADE_STATE) {
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
   * The V1 event that came last.
   *
   * @return its position, or -1
   */
  public synchronized int lastEvent() {
    return lastEvent;
  }

  /**
   * The time of the newest V1 event.
   *
   * @return in microseconds, or {@link Entry#NO_TIME}
   */
  public synchronized long newest() {
    return newest;
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
        + noteBytes;
  }

  private static int last(Ints positions, int before) {
    int below = positions.below(before);
    return below == 0 ? NONE : positions.get(below - 1);
  }
}
