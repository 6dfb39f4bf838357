package io.github.openhands4j.v1.internal.event;

import io.github.openhands4j.core.internal.memory.BoundedMap;
import io.github.openhands4j.model.internal.UuidText;
import java.util.Map;
import java.util.UUID;

/**
 * The ids of the events seen last: of so many at least, of three times as many at most. All
 * spellings of a UUID are one id. Not thread-safe.
 */
public final class SeenIds {

  private final int least;
  private final Map<String, Boolean> others;
  private UuidSet younger = new UuidSet();
  private UuidSet older = new UuidSet();

  /**
   * None yet.
   *
   * @param least how many are remembered at least; the oldest go first
   */
  public SeenIds(int least) {
    this.least = least;
    this.others = BoundedMap.ofLatestAdded(least);
  }

  /**
   * Remembers an id.
   *
   * @param id the id
   * @return true if it was not seen before
   */
  public boolean add(String id) {
    UUID uuid = UuidText.find(id);
    if (uuid == null) {
      return others.put(id, true) == null;
    }
    if (older.contains(uuid) || !younger.add(uuid)) {
      return false;
    }
    if (younger.size() == least) {
      UuidSet empty = older;
      empty.clear();
      older = younger;
      younger = empty;
    }
    return true;
  }

  /**
   * Whether an id was seen.
   *
   * @param id the id
   * @return true while it is remembered
   */
  public boolean contains(String id) {
    UUID uuid = UuidText.find(id);
    return uuid == null ? others.containsKey(id) : younger.contains(uuid) || older.contains(uuid);
  }

  /**
   * Whether two events have one id.
   *
   * @param one an id, or nothing
   * @param other another
   * @return false if either is empty
   */
  static boolean areOne(String one, String other) {
    UUID uuid = UuidText.find(one);
    return uuid == null ? !one.isEmpty() && one.equals(other) : uuid.equals(UuidText.find(other));
  }
}
