package io.github.openhands4j.compat.internal.files;

import io.github.openhands4j.model.v0.GitChange;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** V0's list of changed files, made of V1's; pure. */
final class GitChanges {

  /** The letter of a moved file. V0's server sent D and A, but its own client knew it. */
  static final String MOVED = "R";

  private static final Map<String, String> LETTERS =
      Map.of("ADDED", "A", "UPDATED", "M", "DELETED", "D", "MOVED", MOVED);

  private GitChanges() {}

  /**
   * The list.
   *
   * @param changes V1's, with paths from the repository
   * @param folder the repository's folder in the workspace, put in front as V0 did; empty if the
   *     workspace is the repository
   * @return sorted by path; a word that is not known here stays as it is
   */
  static List<GitChange> of(List<io.github.openhands4j.model.v1.GitChange> changes, String folder) {
    return changes.stream()
        .map(
            change ->
                GitChange.builder()
                    .status(LETTERS.getOrDefault(change.status(), change.status()))
                    .path(WorkspacePath.join(folder, change.path()))
                    .build())
        .sorted(Comparator.comparing(GitChange::path))
        .toList();
  }
}
