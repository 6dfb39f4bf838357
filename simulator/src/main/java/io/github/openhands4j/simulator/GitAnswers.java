package io.github.openhands4j.simulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What git says about a workspace, as both servers tell it. */
final class GitAnswers {

  private static final int LONGEST = 1 << 20;

  private GitAnswers() {}

  /** The changes of the repository a path lies in; none where there is no repository. */
  static Reply changes(SimulatedWorkspace workspace, String path) {
    ArrayNode answer = Json.array();
    workspace
        .repositoryOf(FileTree.resolve("/", path))
        .ifPresent(
            repository ->
                workspace
                    .changes(repository)
                    .forEach(
                        change ->
                            answer
                                .addObject()
                                .put("status", change.status())
                                .put("path", change.path())));
    return Reply.ok(answer);
  }

  /** A file before and after; 400 when there is no such file or it is too long. */
  static Reply diff(SimulatedWorkspace workspace, String path) {
    String file = FileTree.resolve("/", path);
    Optional<String> repository = workspace.repositoryOf(file);
    byte[] bytes = workspace.bytes(file);
    if (repository.isEmpty()) {
      return bytes == null ? missing(file) : texts(null, null);
    }
    for (SimulatedWorkspace.Change change : workspace.changes(repository.get())) {
      if (file.equals(repository.get() + "/" + change.path())) {
        return texts(change.original(), change.modified());
      }
    }
    if (bytes == null || bytes.length > LONGEST) {
      return bytes == null ? missing(file) : Reply.detail(400, "File too large");
    }
    String text = new String(bytes, StandardCharsets.UTF_8);
    return texts(text, text);
  }

  private static Reply missing(String file) {
    return Reply.detail(400, "File does not exist: " + file);
  }

  private static Reply texts(@Nullable String original, @Nullable String modified) {
    return Reply.ok(Json.object().put("modified", modified).put("original", original));
  }
}
