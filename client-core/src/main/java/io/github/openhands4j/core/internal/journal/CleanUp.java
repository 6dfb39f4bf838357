package io.github.openhands4j.core.internal.journal;

import io.github.openhands4j.core.StartHandle;
import io.github.openhands4j.core.StartJournal.Entry;
import io.github.openhands4j.core.StartJournal.State;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Decides which files of a journal may go: old ones that nobody can need any more. */
final class CleanUp {

  private CleanUp() {}

  /**
   * Old files, without those that name a start whose outcome is not known, and without those that
   * hold the outcome of a start that a file which stays has begun: that start would become open.
   */
  static List<JournalFile> going(List<JournalFile> files, Instant oldest) {
    List<JournalFile> going =
        new ArrayList<>(
            files.stream().filter(file -> file.modified().toInstant().isBefore(oldest)).toList());
    Set<StartHandle> needed = open(files);
    do {
      Set<Path> gone = going.stream().map(JournalFile::path).collect(Collectors.toSet());
      files.stream()
          .filter(file -> !gone.contains(file.path()))
          .forEach(file -> needed.addAll(file.begun()));
    } while (going.removeIf(file -> file.namesAnyOf(needed)));
    return going;
  }

  private static Set<StartHandle> open(List<JournalFile> files) {
    return EntryFold.of(files.stream().flatMap(file -> file.entries().stream()).toList()).stream()
        .filter(entry -> entry.state() == State.BEGUN)
        .map(Entry::handle)
        .collect(Collectors.toCollection(HashSet::new));
  }
}
