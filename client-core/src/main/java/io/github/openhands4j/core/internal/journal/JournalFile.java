package io.github.openhands4j.core.internal.journal;

import io.github.openhands4j.core.StartHandle;
import io.github.openhands4j.core.StartJournal.Entry;
import io.github.openhands4j.core.StartJournal.State;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A file of a journal, as it was read.
 *
 * @param path where it is
 * @param modified when it was written to last
 * @param entries what is in it, in the order of writing
 */
record JournalFile(Path path, FileTime modified, List<Entry> entries) {

  static JournalFile read(Path path) throws IOException {
    FileTime modified = Files.getLastModifiedTime(path);
    List<Entry> entries =
        new String(Files.readAllBytes(path), StandardCharsets.UTF_8) // never fails on a torn line
            .lines()
            .flatMap(line -> JournalLine.parse(line).stream())
            .toList();
    return new JournalFile(path, modified, entries);
  }

  /** The starts that are open if nothing else is known of them. */
  Set<StartHandle> begun() {
    return entries.stream()
        .filter(entry -> entry.state() == State.BEGUN)
        .map(Entry::handle)
        .collect(Collectors.toSet());
  }

  boolean namesAnyOf(Set<StartHandle> handles) {
    return entries.stream().anyMatch(entry -> handles.contains(entry.handle()));
  }
}
