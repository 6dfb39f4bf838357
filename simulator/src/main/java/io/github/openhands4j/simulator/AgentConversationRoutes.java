package io.github.openhands4j.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The agent server's routes of a conversation: read, run, pause, interrupt, confirm. */
final class AgentConversationRoutes {

  private static final String PATH = "/api/conversations/{conversation_id}";
  private static final Reply UNKNOWN = Reply.detail(404, "Not Found");
  private static final Set<String> POLICIES =
      Set.of("AlwaysConfirm", "ConfirmRisky", "NeverConfirm");
  private static final Reply BAD = Reply.detail(400, "Bad Request");

  private final World world;
  private final AgentServerAge age;
  private final AgentSide side;
  private final AgentControls controls;

  /** For one world, as a server of this age has them. */
  AgentConversationRoutes(World world, AgentServerAge age) {
    this.world = world;
    this.age = age;
    this.side = new AgentSide(world);
    this.controls = new AgentControls(world);
  }

  /** The routes of this family. */
  List<Route> routes() {
    List<Route> routes = new ArrayList<>();
    routes.add(Route.withBody("POST", PATH + "/events/respond_to_confirmation", this::respond));
    routes.add(Route.of("GET", "/api/conversations/search", this::search));
    routes.add(Route.of("GET", PATH, this::show));
    routes.add(Route.withBody("POST", PATH + "/confirmation_policy", this::policy));
    routes.add(Route.of("POST", PATH + "/pause", call -> stop(call, "PauseEvent")));
    routes.add(Route.of("POST", PATH + "/run", this::run));
    if (age == AgentServerAge.CURRENT) {
      routes.add(Route.of("POST", PATH + "/interrupt", call -> stop(call, "InterruptEvent")));
      routes.add(Route.of("GET", PATH + "/agent_final_response", this::lastWords));
    }
    return List.copyOf(routes);
  }

  private Reply show(Exchange call) {
    return side.withConversation(
        call, UNKNOWN, conversation -> Reply.ok(AgentConversationJson.of(conversation)));
  }

  private Reply search(Exchange call) {
    QueryReader query = new QueryReader(call.target());
    int limit = query.limit();
    if (!query.found().none()) {
      return query.found().reply();
    }
    String sandbox = side.sandbox(call).id();
    List<SimulatedConversation> here =
        world.conversations().stream().filter(it -> it.sandboxId().equals(sandbox)).toList();
    return Page.of(
        SortedEvents.reversed(here), query.text("page_id"), limit, AgentConversationJson::of);
  }

  private Reply policy(Exchange call) {
    Violations found = new Violations();
    JsonNode kind = call.body().at("/policy/kind");
    new Checks(found).text(kind, Loc.body().at("policy").at("kind"));
    if (found.none() && !POLICIES.contains(kind.asText())) {
      found.add(
          "value_error",
          Loc.body().at("policy"),
          "Value error, Unknown kind '%s' for openhands.sdk.security.confirmation_policy.ConfirmationPolicyBase; Expected one of: ['AlwaysConfirm', 'ConfirmRisky', 'NeverConfirm']"
              .formatted(kind.asText()),
          call.body().path("policy"));
    }
    if (!found.none()) {
      return found.reply();
    }
    return side.withConversation(
        call,
        UNKNOWN,
        conversation -> {
          conversation.confirmationPolicy(kind.asText());
          conversation.reportedByAgent(call.now());
          return Reply.success();
        });
  }

  /** The newest finish message or text of the agent. */
  private Reply lastWords(Exchange call) {
    return side.withConversation(
        call,
        UNKNOWN,
        conversation -> {
          String words =
              SortedEvents.reversed(world.events().of(conversation.id()).agent()).stream()
                  .map(AgentConversationRoutes::words)
                  .filter(said -> !said.isEmpty())
                  .findFirst()
                  .orElse("");
          return Reply.ok(Json.object().put("response", words));
        });
  }

  private static String words(StoredEvent event) {
    JsonNode json = event.json();
    if (json.at("/action/kind").asText().equals("FinishAction")) {
      return json.at("/action/message").asText();
    }
    boolean ofTheAgent = event.kind().equals("MessageEvent") && event.source().equals("agent");
    return ofTheAgent ? Messages.text(json.at("/llm_message/content")) : "";
  }

  private Reply run(Exchange call) {
    return side.withConversation(
        call,
        UNKNOWN,
        conversation ->
            controls.run(conversation, call.now())
                ? Reply.success()
                : Reply.detail(
                    409, "Conversation already running. Wait for completion or pause first."));
  }

  private Reply stop(Exchange call, String kind) {
    return side.withConversation(
        call,
        BAD,
        conversation -> {
          controls.stop(conversation, kind, call.now());
          return Reply.success();
        });
  }

  private Reply respond(Exchange call) {
    Violations found = new Violations();
    Checks checks = new Checks(found);
    JsonNode body = call.body();
    if (checks.isBody(body)) {
      checks.required(body, Loc.body(), "accept", checks::truth);
      checks.optional(body, Loc.body(), "reason", checks::text);
    }
    if (!found.none()) {
      return found.reply();
    }
    return side.withConversation(
        call,
        AgentEventRoutes.unknown(call),
        conversation -> {
          if (Checks.isTrue(body.path("accept"))) {
            controls.accept(conversation, call.now());
          } else {
            String reason = body.path("reason").asText("User rejected the action.");
            controls.reject(conversation, reason, call.now());
          }
          return Reply.success();
        });
  }
}
