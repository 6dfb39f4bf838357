package io.github.openhands4j.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code /api/v1/config}: language models and who offers them. */
final class ConfigRoutes {

  private static final int MOST = 100;
  private static final int SOME = 50;

  private final World world;

  /** For one world. */
  ConfigRoutes(World world) {
    this.world = world;
  }

  /** The routes of this family. */
  List<Route> routes() {
    return List.of(
        Route.of("GET", "/api/v1/config/models/search", this::models),
        Route.of("GET", "/api/v1/config/providers/search", this::providers));
  }

  private Reply models(Exchange call) {
    QueryReader query = new QueryReader(call.target());
    int limit = query.limit(SOME, MOST);
    boolean verified = query.truth("verified__eq");
    if (!query.found().none()) {
      return query.found().reply();
    }
    String part = query.text("query");
    String provider = query.text("provider__eq");
    List<SimulatedAccount.Model> found =
        world.account().models().stream()
            .filter(model -> part == null || model.name().contains(part))
            .filter(model -> provider == null || model.provider().equals(provider))
            .filter(model -> query.text("verified__eq") == null || model.verified() == verified)
            .toList();
    return CodedPage.of(
        found, CodedPage.offsetOrStart(query.text("page_id")), limit, ConfigRoutes::show);
  }

  private static ObjectNode show(SimulatedAccount.Model model) {
    ObjectNode json = Json.object().put("provider", model.provider()).put("name", model.name());
    return json.put("verified", model.verified()).put("hidden", false).putNull("canonical");
  }

  private Reply providers(Exchange call) {
    QueryReader query = new QueryReader(call.target());
    int limit = query.limit(SOME, MOST);
    boolean verified = query.truth("verified__eq");
    if (!query.found().none()) {
      return query.found().reply();
    }
    Map<String, Boolean> all = new LinkedHashMap<>();
    for (SimulatedAccount.Model model : world.account().models()) {
      all.merge(model.provider(), model.verified(), Boolean::logicalOr);
    }
    String part = query.text("query");
    List<Map.Entry<String, Boolean>> found =
        all.entrySet().stream()
            .filter(provider -> part == null || provider.getKey().contains(part))
            .filter(
                provider -> query.text("verified__eq") == null || provider.getValue() == verified)
            .toList();
    return CodedPage.of(
        found,
        CodedPage.offsetOrStart(query.text("page_id")),
        limit,
        provider ->
            Json.object().put("name", provider.getKey()).put("verified", provider.getValue()));
  }
}
