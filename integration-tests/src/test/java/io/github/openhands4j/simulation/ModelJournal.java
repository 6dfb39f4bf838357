package io.github.openhands4j.simulation;

import io.github.openhands4j.core.JournalException;
import io.github.openhands4j.core.StartHandle;
import io.github.openhands4j.core.StartJournal;
import io.github.openhands4j.core.StartJournal.Entry;
import io.github.openhands4j.core.StartJournal.State;
import io.github.openhands4j.v1.internal.start.StartInput;
import java.util.List;
import java.util.Optional;

/** The journal that all processes share: it outlives them, and its disk may be full. */
final class ModelJournal {

  private final World world;
  private final StartJournal disk = StartJournal.inMemory();

  ModelJournal(World world) {
    this.world = world;
  }

  StartInput begin(StartHandle handle) {
    if (world.chance().happens(world.plan().fullDisks())) {
      world.tally().add(Seen.NOT_WRITTEN_DOWN);
      return new StartInput.NotWrittenDown(new JournalException(new IllegalStateException("full")));
    }
    disk.write(new Entry(handle, State.BEGUN));
    return new StartInput.WrittenDown();
  }

  /** Fails silently, as the product does. */
  void outcome(StartHandle handle, State state) {
    if (!world.chance().happens(world.plan().fullDisks())) {
      disk.write(new Entry(handle, state));
    }
  }

  List<StartHandle> unresolved() {
    return disk.unresolved();
  }

  Optional<State> stateOf(StartHandle handle) {
    return disk.entries().stream()
        .filter(entry -> entry.handle().equals(handle))
        .map(Entry::state)
        .findFirst();
  }
}
