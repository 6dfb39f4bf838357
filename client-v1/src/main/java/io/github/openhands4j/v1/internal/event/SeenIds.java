package io.github.openhands4j.v1.internal.event;

import io.github.openhands4j.core.internal.memory.BoundedMap;
import java.util.Map;

/** The ids seen last, up to a bound. Not thread-safe. */
public final class SeenIds {

  private final Map<Object, Boolean> ids;

  /**
   * None yet.
   *
   * @param most how many are remembered; the oldest go first
   */
  public SeenIds(int most) {
    this.ids = BoundedMap.ofLatestAdded(most);
  }

  /**
   * Remembers an id.
   *
   * @param id the id
   * @return true if it was not seen before
   */
  public boolean add(Object id) {
    return ids.put(id, true) == null;
  }

  /**
   * Whether an id was seen.
   *
   * @param id the id
   * @return true while it is remembered
   */
  public boolean contains(Object id) {
    return ids.containsKey(id);
  }
}
