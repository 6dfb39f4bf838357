package io.github.openhands4j.simulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** {@code /api/v1/skills}: the account's skills, and what marketplaces offer. */
final class SkillRoutes {

  private final World world;

  /** For one world. */
  SkillRoutes(World world) {
    this.world = world;
  }

  /** The routes of this family. */
  List<Route> routes() {
    return List.of(
        Route.of("GET", "/api/v1/skills/search", this::search),
        Route.withBody("POST", "/api/v1/skills/marketplace-skills", this::marketplace));
  }

  private Reply search(Exchange call) {
    QueryReader query = new QueryReader(call.target());
    int limit = query.limit();
    return query.found().none()
        ? CodedPage.of(
            world.account().skills(),
            CodedPage.offsetOrStart(query.text("page_id")),
            limit,
            SkillRoutes::show)
        : query.found().reply();
  }

  private static ObjectNode show(SimulatedAccount.Skill skill) {
    ObjectNode json = skill.json();
    json.remove("content");
    return json.put("source", "global");
  }

  /** No marketplace can be reached from here. */
  private Reply marketplace(Exchange call) {
    ObjectNode answer = Json.object();
    answer.putArray("skills");
    answer.putArray("plugins");
    answer.putObject("marketplace_skills");
    ArrayNode errors = answer.putArray("errors");
    call.body().forEach(it -> errors.add(it.path("name").asText() + ": Clone failed"));
    return Reply.ok(answer);
  }
}
