package io.github.openhands4j.v1.internal.agent;

import java.util.LinkedHashMap;
import java.util.Map;

/** What belongs to the hundred addresses that were used last. Not thread-safe. */
final class LatestAddresses<V> extends LinkedHashMap<AgentAddress, V> {

  private static final long serialVersionUID = 1L;
  private static final int MOST = 100;

  LatestAddresses() {
    super(16, 0.75f, true);
  }

  @Override
  protected boolean removeEldestEntry(Map.Entry<AgentAddress, V> eldest) {
    return size() > MOST;
  }
}
