package io.github.openhands4j.simulator.v0;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the account's user has at GitHub, the same on every server. */
final class Hosting {

  static final List<String> INSTALLATIONS = List.of("1001", "1002");

  /**
   * A repository.
   *
   * @param branches the first is the default one
   * @param microagents their texts by file
   */
  record Hosted(
      int id, String fullName, int stars, List<String> branches, Map<String, String> microagents) {

    ObjectNode toJson(@Nullable String linkHeader) {
      return Json.object()
          .put("id", String.valueOf(id))
          .put("full_name", fullName)
          .put("git_provider", "github")
          .put("is_public", true)
          .put("stargazers_count", stars)
          .put("link_header", linkHeader)
          .put("pushed_at", "2025-11-01T12:00:00Z")
          .put("owner_type", "user")
          .put("main_branch", branches.get(0));
    }
  }

  /** Newest push first. */
  static final List<Hosted> REPOSITORIES =
      List.of(
          new Hosted(
              501,
              "octo/app",
              3,
              List.of("main", "dev", "fix-typo"),
              Map.of(".openhands/microagents/repo.md", "Use the linter.")),
          new Hosted(502, "octo/lib", 12, List.of("main"), Map.of()),
          new Hosted(503, "octo/app-docs", 0, List.of("gh-pages"), Map.of()));

  private Hosting() {}

  static Optional<Hosted> find(String fullName) {
    return REPOSITORIES.stream().filter(r -> r.fullName().equals(fullName)).findFirst();
  }

  static ObjectNode user() {
    return Json.object()
        .put("id", "7")
        .put("login", "octocat")
        .put("avatar_url", "https://git.example/octocat.png")
        .putNull("company")
        .put("name", "Octo Cat")
        .put("email", "octocat@git.example");
  }

  static ObjectNode branch(Hosted repository, String name) {
    boolean main = name.equals(repository.branches().get(0));
    return Json.object()
        .put("name", name)
        .put("commit_sha", String.format("%040x", name.hashCode() & Integer.MAX_VALUE))
        .put("protected", main)
        .put("last_push_date", "2025-11-01T12:00:00Z");
  }

  static ObjectNode task() {
    return Json.object()
        .put("git_provider", "github")
        .put("task_type", "OPEN_ISSUE")
        .put("repo", "octo/app")
        .put("issue_number", 17)
        .put("title", "Typo in the README");
  }
}
