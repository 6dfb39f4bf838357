package io.github.openhands4j.core.internal.memory;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A map of so many entries at most: one more makes another go. Not thread-safe.
 *
 * @param <K> the type of a key
 * @param <V> the type of a value
 */
public final class BoundedMap<K, V> extends LinkedHashMap<K, V> {

  private static final long serialVersionUID = 1L;
  private static final int USUAL_SIZE = 16;
  private static final float USUAL_LOAD = 0.75f;

  private final int most;

  private BoundedMap(int most, boolean byUse) {
    super(USUAL_SIZE, USUAL_LOAD, byUse);
    this.most = most;
  }

  /**
   * A map from which the entry goes whose key was added first.
   *
   * @param most how many entries there may be
   * @param <K> the type of a key
   * @param <V> the type of a value
   * @return an empty map
   */
  public static <K, V> BoundedMap<K, V> ofLatestAdded(int most) {
    return new BoundedMap<>(most, false);
  }

  /**
   * A map from which the entry goes that was longest not asked for.
   *
   * @param most how many entries there may be
   * @param <K> the type of a key
   * @param <V> the type of a value
   * @return an empty map
   */
  public static <K, V> BoundedMap<K, V> ofLatestUsed(int most) {
    return new BoundedMap<>(most, true);
  }

  @Override
  protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
    return size() > most;
  }
}
