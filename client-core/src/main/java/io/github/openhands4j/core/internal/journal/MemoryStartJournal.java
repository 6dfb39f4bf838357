package io.github.openhands4j.core.internal.journal;

import io.github.openhands4j.core.StartHandle;
import io.github.openhands4j.core.StartJournal;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/** Keeps the newest starts in memory. Thread-safe. */
public final class MemoryStartJournal implements StartJournal {

  private static final int MOST = 10_000;

  private final ReentrantLock lock = new ReentrantLock();
  private final Map<StartHandle, State> states = new LinkedHashMap<>();

  @Override
  public void write(Entry entry) {
    lock.lock();
    try {
      states.merge(entry.handle(), entry.state(), EntryFold::later);
      if (states.size() > MOST) {
        Iterator<StartHandle> oldest = states.keySet().iterator();
        oldest.next();
        oldest.remove();
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  public List<Entry> entries() {
    lock.lock();
    try {
      return EntryFold.sorted(states);
    } finally {
      lock.unlock();
    }
  }
}
