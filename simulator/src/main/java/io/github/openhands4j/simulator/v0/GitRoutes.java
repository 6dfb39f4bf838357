package io.github.openhands4j.simulator.v0;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code …/git/changes} and {@code …/git/diff}. */
final class GitRoutes {

  private static final int LARGEST_FILE = 1024 * 1024;

  private final Store store;

  GitRoutes(Store store) {
    this.store = store;
  }

  V0Reply changes(String id) {
    Optional<Conversation> found = store.find(id);
    if (found.isEmpty()) {
      return Answers.notFound(id);
    }
    if (!found.get().isUp()) {
      return V0Reply.json(404, Json.object("error", "Not a git repository"));
    }
    ArrayNode rows = Json.MAPPER.createArrayNode();
    found
        .get()
        .git()
        .all()
        .forEach(
            (path, change) -> rows.addObject().put("status", change.status()).put("path", path));
    return V0Reply.json(200, rows);
  }

  /** A file that is deleted, too large or not there crashes the server; so does no runtime. */
  V0Reply diff(String id, V0Request request) {
    Optional<Conversation> found = store.find(id);
    if (found.isEmpty()) {
      return Answers.notFound(id);
    }
    Problems problems = new Problems();
    String path = new Query(request, problems).required("path");
    if (!problems.isEmpty()) {
      return problems.reply();
    }
    if (!found.get().isUp()) {
      return V0Reply.crash();
    }
    return found
        .get()
        .git()
        .find(path)
        .filter(
            change ->
                change.after() != null && change.after().getBytes(UTF_8).length <= LARGEST_FILE)
        .map(
            change ->
                V0Reply.json(
                    200,
                    Json.object()
                        .put("modified", stripped(change.after()))
                        .put("original", stripped(change.before()))))
        .orElseGet(V0Reply::crash);
  }

  private static String stripped(@Nullable String text) {
    return Objects.requireNonNullElse(text, "").replaceFirst("\n+$", "");
  }
}
