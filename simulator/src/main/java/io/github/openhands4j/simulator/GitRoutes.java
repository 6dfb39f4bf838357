package io.github.openhands4j.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/git}: what the connected providers know. */
final class GitRoutes {

  private static final String PATH = "/api/v1/git";
  private static final int MOST = 100;
  private static final int FEW = 30;
  private static final List<String> WITH_INSTALLATIONS = List.of("github", "bitbucket");
  private static final List<String> ORDERS =
      List.of("stars-desc", "stars-asc", "forks-desc", "forks-asc", "updated-desc", "updated-asc");

  private final World world;

  /** For one world. */
  GitRoutes(World world) {
    this.world = world;
  }

  /** The routes of this family. */
  List<Route> routes() {
    return List.of(
        Route.of("GET", PATH + "/installations/search", this::installations),
        Route.of("GET", PATH + "/repositories/search", this::repositories),
        Route.of("GET", PATH + "/branches/search", this::branches),
        Route.of("GET", PATH + "/suggested-tasks/search", this::tasks));
  }

  private Reply installations(Exchange call) {
    QueryReader query = new QueryReader(call.target());
    String provider = provider(query);
    int limit = query.limit();
    Reply refusal = refusal(query, provider);
    if (refusal != null) {
      return refusal;
    }
    if (!WITH_INSTALLATIONS.contains(provider)) {
      return Reply.detail(400, "Provider " + provider + " does not support installations.");
    }
    return CodedPage.of(
        world.account().list("installations " + provider),
        CodedPage.offsetOrStart(query.text("page_id")),
        limit,
        item -> item.path("id"));
  }

  private Reply repositories(Exchange call) {
    QueryReader query = new QueryReader(call.target());
    String provider = provider(query);
    String part = query.text("query");
    String order = query.oneOf("sort_order", ORDERS, "stars-desc");
    int limit = query.limit();
    Reply refusal = refusal(query, provider);
    if (refusal != null) {
      return refusal;
    }
    if (part == null && query.text("sort_order") != null) {
      return Reply.detail(400, "sort_order is only supported with a query.");
    }
    OptionalInt offset = CodedPage.offset(query.text("page_id"));
    if (offset.isEmpty()) {
      return Reply.detail(400, "Invalid page_id.");
    }
    List<ObjectNode> all = world.account().list("repositories " + provider);
    if (part == null) {
      return CodedPage.of(all, offset.getAsInt(), limit, ObjectNode::deepCopy);
    }
    List<ObjectNode> found =
        all.stream()
            .filter(it -> it.path("full_name").asText().contains(part))
            .sorted(by(order))
            .toList();
    int from = Math.min(offset.getAsInt(), found.size());
    int to = Math.min(from + limit, found.size());
    // a full page always promises another one
    return CodedPage.of(
        found.subList(from, to), to - from == limit ? to : -1, ObjectNode::deepCopy);
  }

  private static Comparator<ObjectNode> by(String order) {
    Map<String, String> fields = Map.of("stars", "stargazers_count", "updated", "pushed_at");
    String field = fields.getOrDefault(order.substring(0, order.indexOf('-')), "");
    Comparator<ObjectNode> rising =
        field.equals("pushed_at")
            ? Comparator.comparing(item -> item.path(field).asText())
            : Comparator.comparing(item -> item.path(field).asLong());
    return order.endsWith("desc") ? rising.reversed() : rising;
  }

  /** The filter is applied to a page that is already cut, so a page may be short. */
  private Reply branches(Exchange call) {
    QueryReader query = new QueryReader(call.target());
    String provider = provider(query);
    String repository = query.required("repository");
    String part = query.required("query");
    int limit = query.limit(FEW, MOST);
    Reply refusal = refusal(query, provider);
    if (refusal != null) {
      return refusal;
    }
    OptionalInt offset = CodedPage.offset(query.text("page_id"));
    if (offset.isEmpty()) {
      return Reply.detail(400, "Invalid page_id.");
    }
    List<ObjectNode> all = world.account().list("branches " + provider + " " + repository);
    int from = Math.min(offset.getAsInt(), all.size());
    int to = Math.min(from + limit, all.size());
    return CodedPage.of(
        all.subList(from, to).stream()
            .filter(branch -> branch.path("name").asText().contains(part))
            .toList(),
        to < all.size() ? to : -1,
        ObjectNode::deepCopy);
  }

  private Reply tasks(Exchange call) {
    QueryReader query = new QueryReader(call.target());
    int limit = query.limit(FEW, MOST);
    Reply refusal = refusal(query, null);
    if (refusal != null) {
      return refusal;
    }
    return CodedPage.of(
        world.account().list("tasks"),
        CodedPage.offsetOrStart(query.text("page_id")),
        limit,
        ObjectNode::deepCopy);
  }

  private static String provider(QueryReader query) {
    String given = query.required("provider");
    return given.isEmpty() ? given : query.oneOf("provider", StartRules.PROVIDERS, given);
  }

  /** What is wrong with the call, or that the provider is not connected; else null. */
  private @Nullable Reply refusal(QueryReader query, @Nullable String provider) {
    if (!query.found().none()) {
      return query.found().reply();
    }
    Map<String, SimulatedAccount.Token> connected = world.account().providers();
    if (connected.isEmpty()) {
      return Reply.detail(403, "Git provider token required (such as GitHub).");
    }
    return provider == null || connected.containsKey(provider)
        ? null
        : Reply.detail(403, "Requested Git provider is not connected.");
  }
}
