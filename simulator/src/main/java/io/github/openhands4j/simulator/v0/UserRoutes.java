package io.github.openhands4j.simulator.v0;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

/** {@code /api/user/…}: all of it needs a git provider. */
final class UserRoutes {

  private static final V0Reply NO_PROVIDER =
      V0Reply.json(401, Json.of("Git provider token required. (such as GitHub)."));
  private static final int ALL = 100;

  private final Store store;

  UserRoutes(Store store) {
    this.store = store;
  }

  private V0Reply connected(Problems problems, Supplier<V0Reply> answer) {
    if (!problems.isEmpty()) {
      return problems.reply();
    }
    return store.hasProvider() ? answer.get() : NO_PROVIDER;
  }

  V0Reply info() {
    return connected(new Problems(), () -> V0Reply.json(200, Hosting.user()));
  }

  V0Reply tasks() {
    return connected(new Problems(), () -> V0Reply.json(200, array().add(Hosting.task())));
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
                    400, Json.of("Provider " + provider + " doesn't support installations")));
  }

  V0Reply repositories(V0Request request) {
    Problems problems = new Problems();
    Query query = new Query(request, problems);
    query.word("selected_provider", Words.PROVIDERS);
    int page = (int) query.integer("page", 1);
    int perPage = (int) query.integer("per_page", ALL);
    return connected(problems, () -> V0Reply.json(200, page(Hosting.REPOSITORIES, page, perPage)));
  }

  /** The first row of a page tells where the next one is. */
  private static ArrayNode page(List<Hosting.Hosted> all, int page, int perPage) {
    ArrayNode rows = array();
    int from = Math.min((page - 1) * perPage, all.size());
    int to = Math.min(from + perPage, all.size());
    for (int i = from; i < to; i++) {
      boolean more = i == from && to < all.size();
      rows.add(
          all.get(i)
              .toJson(
                  more
                      ? "<https://git.example/user/repos?page=" + (page + 1) + ">; rel=\"next\""
                      : null));
    }
    return rows;
  }

  V0Reply search(V0Request request) {
    Problems problems = new Problems();
    Query query = new Query(request, problems);
    String text = query.required("query");
    query.word("selected_provider", Words.PROVIDERS);
    long perPage = query.integer("per_page", 5);
    boolean ascending = query.text("order").orElse("desc").equals("asc");
    Comparator<Hosting.Hosted> byStars = Comparator.comparingInt(Hosting.Hosted::stars);
    return connected(
        problems,
        () -> {
          ArrayNode rows = array();
          Hosting.REPOSITORIES.stream()
              .filter(repository -> repository.fullName().contains(text))
              .sorted(ascending ? byStars : byStars.reversed())
              .limit(perPage)
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
        () -> {
          ArrayNode rows = array();
          Hosting.find(repository)
              .ifPresent(
                  found ->
                      found.branches().stream()
                          .filter(name -> name.contains(text))
                          .limit(perPage)
                          .forEach(name -> rows.add(Hosting.branch(found, name))));
          return V0Reply.json(200, rows);
        });
  }

  V0Reply branches(V0Request request) {
    Problems problems = new Problems();
    Query query = new Query(request, problems);
    String repository = query.required("repository");
    int page = (int) query.integer("page", 1);
    int perPage = (int) query.integer("per_page", 30);
    return connected(
        problems,
        () ->
            Hosting.find(repository)
                .map(found -> V0Reply.json(200, branchPage(found, page, perPage)))
                .orElseGet(UserRoutes::failed));
  }

  private static ObjectNode branchPage(Hosting.Hosted repository, int page, int perPage) {
    int all = repository.branches().size();
    int from = Math.min((page - 1) * perPage, all);
    int to = Math.min(from + perPage, all);
    ObjectNode answer = Json.object();
    ArrayNode rows = answer.putArray("branches");
    repository
        .branches()
        .subList(from, to)
        .forEach(name -> rows.add(Hosting.branch(repository, name)));
    return answer
        .put("has_next_page", to < all)
        .put("current_page", page)
        .put("per_page", perPage)
        .put("total_count", all);
  }

  V0Reply microagents(String repository) {
    return connected(
        new Problems(),
        () ->
            Hosting.find(repository)
                .map(
                    found -> {
                      ArrayNode rows = array();
                      found
                          .microagents()
                          .forEach(
                              (path, text) ->
                                  rows.addObject()
                                      .put("name", path.replaceAll(".*/|\\.md$", ""))
                                      .put("path", path)
                                      .put("created_at", "2025-10-01T08:00:00"));
                      return V0Reply.json(200, rows);
                    })
                .orElseGet(UserRoutes::failed));
  }

  V0Reply microagent(String repository, V0Request request) {
    Problems problems = new Problems();
    String path = new Query(request, problems).required("file_path");
    return connected(
        problems,
        () ->
            Hosting.find(repository)
                .filter(found -> found.microagents().containsKey(path))
                .map(
                    found -> {
                      ObjectNode answer =
                          Json.object()
                              .put("content", found.microagents().get(path))
                              .put("path", path);
                      answer.putArray("triggers");
                      return V0Reply.json(200, answer.put("git_provider", "github"));
                    })
                .orElseGet(UserRoutes::failed));
  }

  /** What a failure of the provider becomes. */
  private static V0Reply failed() {
    return V0Reply.json(500, Json.of("Not found on GitHub API"));
  }

  private static ArrayNode array() {
    return Json.MAPPER.createArrayNode();
  }
}
