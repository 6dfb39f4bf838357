package io.github.openhands4j.simulator.v0;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** {@code /api/user/…}: all of it but the microagents needs a git provider. */
final class UserRoutes {

  private static final String NO_PROVIDER = "Git provider token required. (such as GitHub).";
  private static final String NO_PROVIDER_TO_SEARCH = "Git provider token required.";

  private final Store store;

  UserRoutes(Store store) {
    this.store = store;
  }

  private V0Reply connected(Problems problems, Supplier<V0Reply> answer) {
    return connected(problems, NO_PROVIDER, answer);
  }

  private V0Reply connected(Problems problems, String orElse, Supplier<V0Reply> answer) {
    if (!problems.isEmpty()) {
      return problems.reply();
    }
    return store.hasProvider() ? answer.get() : V0Reply.json(401, Json.of(orElse));
  }

  V0Reply info() {
    return connected(new Problems(), () -> V0Reply.json(200, Hosting.user()));
  }

  V0Reply tasks() {
    return connected(
        new Problems(), "No providers set.", () -> V0Reply.json(200, array().add(Hosting.task())));
  }

  V0Reply installations(V0Request request) {
    Problems problems = new Problems();
    Query query = new Query(request, problems);
    String provider = query.required("provider");
    if (problems.isEmpty()) {
      query.word("provider", Words.PROVIDERS);
    }
    return connected(
        problems,
        () ->
            provider.equals("github")
                ? V0Reply.json(200, Json.of(Hosting.INSTALLATIONS))
                : V0Reply.json(
                    400,
                    Json.of(
                        "Provider ProviderType."
                            + provider.toUpperCase(Locale.ROOT)
                            + " doesn't support installations")));
  }

  /** Pages are cut for a chosen provider only, and then both of their numbers must be there. */
  V0Reply repositories(V0Request request) {
    Problems problems = new Problems();
    Query query = new Query(request, problems);
    boolean chosen = query.word("selected_provider", Words.PROVIDERS).isPresent();
    long page = query.integer("page", 0);
    long perPage = query.integer("per_page", 0);
    return connected(
        problems,
        () -> {
          if (!chosen) {
            return V0Reply.json(200, rows(Hosting.REPOSITORIES, null));
          }
          return page == 0 || perPage == 0
              ? V0Reply.crash()
              : V0Reply.json(200, page(page, perPage));
        });
  }

  /** Each row of a page tells where the next one is. */
  private static ArrayNode page(long page, long perPage) {
    int all = Hosting.REPOSITORIES.size();
    int from = first(page, perPage, all);
    int to = Math.min(from + within(perPage, all), all);
    String next =
        to < all ? "<https://git.example/user/repos?page=" + (page + 1) + ">; rel=\"next\"" : "";
    return rows(Hosting.REPOSITORIES.subList(from, to), next);
  }

  /** Where a page begins, whatever is asked for. */
  private static int first(long page, long perPage, int all) {
    long before = page < 1 ? 0 : within(page - 1, all);
    return within(before * within(perPage, all), all);
  }

  private static int within(long number, int all) {
    return (int) Math.max(0, Math.min(number, all));
  }

  private static ArrayNode rows(List<Hosting.Hosted> repositories, @Nullable String link) {
    ArrayNode rows = array();
    repositories.forEach(repository -> rows.add(repository.toJson(link)));
    return rows;
  }

  V0Reply search(V0Request request) {
    Problems problems = new Problems();
    Query query = new Query(request, problems);
    String text = query.required("query");
    long perPage = query.integer("per_page", 5);
    query.word("selected_provider", Words.PROVIDERS);
    boolean ascending = query.text("order").orElse("desc").equals("asc");
    Comparator<Hosting.Hosted> byStars = Comparator.comparingInt(Hosting.Hosted::stars);
    return connected(
        problems,
        NO_PROVIDER_TO_SEARCH,
        () -> {
          ArrayNode rows = array();
          Hosting.REPOSITORIES.stream()
              .filter(repository -> repository.fullName().contains(text))
              .sorted(ascending ? byStars : byStars.reversed())
              .limit(Math.max(0, perPage))
              .forEach(repository -> rows.add(repository.toJson(null)));
          return V0Reply.json(200, rows);
        });
  }

  V0Reply searchBranches(V0Request request) {
    Problems problems = new Problems();
    Query query = new Query(request, problems);
    String repository = query.required("repository");
    String text = query.required("query");
    long perPage = query.integer("per_page", 30);
    query.word("selected_provider", Words.PROVIDERS);
    return connected(
        problems,
        NO_PROVIDER_TO_SEARCH,
        () -> {
          ArrayNode rows = array();
          Hosting.find(repository)
              .ifPresent(
                  found ->
                      found.branches().stream()
                          .filter(name -> name.contains(text))
                          .limit(Math.max(0, perPage))
                          .forEach(name -> rows.add(Hosting.branch(found, name))));
          return V0Reply.json(200, rows);
        });
  }

  V0Reply branches(V0Request request) {
    Problems problems = new Problems();
    Query query = new Query(request, problems);
    String repository = query.required("repository");
    long page = query.integer("page", 1);
    long perPage = query.integer("per_page", 30);
    return connected(
        problems,
        () ->
            V0Reply.json(
                200,
                Hosting.find(repository)
                    .map(found -> branchPage(found, page, perPage))
                    .orElseGet(
                        () -> {
                          ObjectNode none = Json.object();
                          none.putArray("branches");
                          return around(none, false, page, perPage).put("total_count", 0);
                        })));
  }

  private static ObjectNode branchPage(Hosting.Hosted repository, long page, long perPage) {
    int all = repository.branches().size();
    int from = first(page, perPage, all);
    int to = Math.min(from + within(perPage, all), all);
    ObjectNode answer = Json.object();
    ArrayNode rows = answer.putArray("branches");
    repository
        .branches()
        .subList(from, to)
        .forEach(name -> rows.add(Hosting.branch(repository, name)));
    return around(answer, to < all, page, perPage).putNull("total_count");
  }

  private static ObjectNode around(ObjectNode branches, boolean more, long page, long perPage) {
    return branches.put("has_next_page", more).put("current_page", page).put("per_page", perPage);
  }

  /** Of a repository that cannot be reached there are none. */
  V0Reply microagents(String repository) {
    ArrayNode rows = array();
    reachable(repository)
        .forEach(
            (path, text) ->
                rows.addObject()
                    .put("name", path.replaceAll(".*/|\\.md$", ""))
                    .put("path", path)
                    .put("created_at", "2025-10-01T08:00:00"));
    return V0Reply.json(200, rows);
  }

  /** What is not there is told as if a key were wrong. */
  V0Reply microagent(String repository, V0Request request) {
    Problems problems = new Problems();
    String path = new Query(request, problems).required("file_path");
    if (!problems.isEmpty()) {
      return problems.reply();
    }
    String content = reachable(repository).get(path);
    if (content == null) {
      return V0Reply.json(401, Json.of("Microagent file " + path + " not found in " + repository));
    }
    ObjectNode answer = Json.object().put("content", content).put("path", path);
    answer.putArray("triggers");
    return V0Reply.json(200, answer.put("git_provider", "github"));
  }

  private Map<String, String> reachable(String repository) {
    return store.hasProvider()
        ? Hosting.find(repository).map(Hosting.Hosted::microagents).orElse(Map.of())
        : Map.of();
  }

  private static ArrayNode array() {
    return Json.MAPPER.createArrayNode();
  }
}
