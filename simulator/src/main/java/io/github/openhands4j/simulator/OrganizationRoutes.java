package io.github.openhands4j.simulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * {@code /api/organizations}, {@code /api/agent-profiles}, {@code /oauth/device} and {@code
 * git-organizations} of the Cloud: one answer each, of the documented form. They remember nothing.
 */
final class OrganizationRoutes {

  private static final String PATH = "/api/organizations";
  private static final String ONE = PATH + "/{org_id}";
  private static final String PROFILES = ONE + "/profiles";
  private static final String AGENTS = "/api/agent-profiles";
  private static final String ID = "33333333-aaaa-4bbb-8ccc-444444444444";

  /** The routes of this family. */
  List<Route> routes() {
    List<Route> routes = new ArrayList<>(organizations());
    routes.addAll(profiles());
    routes.addAll(agentProfiles());
    routes.add(new Route("POST", "/oauth/device/authorize", true, false, call -> device()));
    routes.add(new Route("POST", "/oauth/device/token", true, false, OrganizationRoutes::token));
    routes.add(
        Route.of(
            "POST",
            "/oauth/device/verify-authenticated",
            call -> Reply.ok(Json.object().put("message", "Device verified"))));
    routes.add(
        Route.of(
            "GET",
            "/api/v1/users/git-organizations",
            call -> {
              ObjectNode answer = Json.object().put("provider", "github");
              answer.putArray("organizations").add("example");
              return Reply.ok(answer);
            }));
    return List.copyOf(routes);
  }

  private static List<Route> organizations() {
    return List.of(
        Route.of("GET", PATH, call -> page(organization()).apply(call)),
        Route.withBody("POST", PATH, call -> Reply.json(201, organization())),
        Route.of("GET", ONE + "/me", call -> Reply.ok(member(call))),
        Route.of("GET", ONE + "/members", call -> page(member(call)).apply(call)),
        Route.of("GET", ONE + "/members/count", call -> Reply.ok(IntNode.valueOf(1))),
        Route.of("GET", ONE + "/members/financial", call -> page(finances()).apply(call)),
        Route.of("DELETE", ONE + "/members/{user_id}", call -> said("Member removed")),
        Route.withBody("PATCH", ONE + "/members/{user_id}", call -> Reply.ok(member(call))),
        Route.withBody("POST", ONE + "/members/invite", OrganizationRoutes::invite),
        Route.of(
            "GET",
            ONE + "/members/invite",
            call -> {
              ObjectNode answer = Json.object();
              answer.putArray("invitations");
              return Reply.ok(answer);
            }),
        Route.of(
            "DELETE", ONE + "/members/invite/{invitation_id}", call -> Reply.text(204, "", "")));
  }

  private static List<Route> profiles() {
    return List.of(
        Route.of("GET", PROFILES, call -> list("active_profile")),
        Route.of("GET", PROFILES + "/{name}", call -> detail(call, "llm")),
        Route.withBody("POST", PROFILES + "/{name}", call -> saved(call, 200)),
        Route.of("DELETE", PROFILES + "/{name}", call -> saved(call, 200)),
        Route.of("POST", PROFILES + "/{name}/activate", call -> detail(call, "llm")),
        Route.withBody("POST", PROFILES + "/{name}/rename", call -> saved(call, 200)));
  }

  private static List<Route> agentProfiles() {
    return List.of(
        Route.of("GET", AGENTS, call -> list("active_agent_profile_id")),
        Route.of("GET", AGENTS + "/{name}", call -> detail(call, "profile")),
        Route.withBody("POST", AGENTS + "/{name}", call -> saved(call, 201)),
        Route.of("DELETE", AGENTS + "/{name}", call -> saved(call, 200)),
        Route.withBody("POST", AGENTS + "/{name}/rename", call -> saved(call, 200)),
        Route.of(
            "POST",
            AGENTS + "/{name}/activate",
            call -> Reply.ok(Json.object().put("id", call.pathValue("name")).put("message", "ok"))),
        Route.of(
            "POST",
            AGENTS + "/{name}/materialize",
            call -> Reply.ok(Json.object().put("agent_kind", "openhands").put("valid", true))));
  }

  private static ObjectNode organization() {
    return Json.object().put("id", ID).put("name", "Example").put("is_personal", false);
  }

  private static ObjectNode member(Exchange call) {
    return Json.object()
        .put("org_id", call.pathValue("org_id"))
        .put("user_id", "11111111-aaaa-4bbb-8ccc-222222222222")
        .put("email", "somebody@example.org")
        .put("role", "owner");
  }

  private static ObjectNode finances() {
    return Json.object().put("user_id", "11111111-aaaa-4bbb-8ccc-222222222222").put("spend", 0.5);
  }

  private static Function<Exchange, Reply> page(ObjectNode only) {
    return call -> {
      QueryReader query = new QueryReader(call.target());
      int limit = query.limit();
      return query.found().none()
          ? CodedPage.of(
              List.of(only), CodedPage.offsetOrStart(query.text("page_id")), limit, it -> it)
          : query.found().reply();
    };
  }

  private static Reply invite(Exchange call) {
    ObjectNode answer = Json.object();
    ArrayNode done = answer.putArray("successful");
    call.body().path("emails").forEach(it -> done.addObject().put("email", it.asText()));
    answer.putArray("failed");
    return Reply.json(201, answer);
  }

  private static Reply list(String active) {
    ObjectNode answer = Json.object();
    answer.putArray("profiles");
    return Reply.ok(answer.putNull(active));
  }

  private static Reply detail(Exchange call, String content) {
    ObjectNode answer = Json.object().put("name", call.pathValue("name")).put("message", "ok");
    answer.putObject(content).put("model", "openai/fake-model");
    return Reply.ok(answer);
  }

  private static Reply saved(Exchange call, int status) {
    return Reply.json(
        status, Json.object().put("name", call.pathValue("name")).put("message", "ok"));
  }

  private static Reply said(String message) {
    return Reply.ok(Json.object().put("message", message));
  }

  private static Reply device() {
    String page = "https://device.example.org/login";
    return Reply.ok(
        Json.object()
            .put("device_code", "fake-device-code")
            .put("user_code", "ABCD-EFGH")
            .put("verification_uri", page)
            .put("verification_uri_complete", page + "?user_code=ABCD-EFGH")
            .put("expires_in", 600)
            .put("interval", 5));
  }

  private static Reply token(Exchange call) {
    String form = call.request().getBodyAsString();
    if (!form.startsWith("device_code=fake-device-code")) {
      return Reply.json(400, Json.object().put("error", "invalid_grant"));
    }
    return Reply.ok(
        Json.object().put("access_token", "fake-key-of-a-device").put("token_type", "Bearer"));
  }
}
