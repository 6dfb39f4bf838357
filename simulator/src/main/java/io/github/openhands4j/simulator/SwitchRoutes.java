package io.github.openhands4j.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/** {@code switch_profile} and {@code switch_acp_model} of a conversation. */
final class SwitchRoutes {

  private static final String PATH = "/api/v1/app-conversations/{conversation_id}";

  private final World world;

  /** For one world. */
  SwitchRoutes(World world) {
    this.world = world;
  }

  /** The routes of this family. */
  List<Route> routes() {
    return List.of(
        Route.withBody("POST", PATH + "/switch_profile", this::profile),
        Route.withBody("POST", PATH + "/switch_acp_model", this::acpModel));
  }

  private Reply profile(Exchange call) {
    Violations found = new Violations();
    Optional<String> id = ReachableAgent.id(call, found);
    String name = text(call, "profile_name", found);
    if (!found.none()) {
      return found.reply();
    }
    JsonNode stored = world.account().madeSettings().at("/llm_profiles/profiles").path(name);
    return stored.isMissingNode()
        ? Reply.detail(404, "Profile '" + name + "' not found")
        : refusal(id.orElse(""))
            .orElseGet(
                () -> {
                  world
                      .conversation(id.orElse(""))
                      .ifPresent(it -> it.fields().set("llm_model", stored.path("model")));
                  return Reply.success();
                });
  }

  /** The agents of the simulator are no ACP agents. */
  private Reply acpModel(Exchange call) {
    Violations found = new Violations();
    Optional<String> id = ReachableAgent.id(call, found);
    text(call, "model", found);
    if (!found.none()) {
      return found.reply();
    }
    Optional<SimulatedConversation> conversation = world.conversation(id.orElse(""));
    boolean acp = conversation.filter(SwitchRoutes::isAcp).isPresent();
    return refusal(id.orElse(""))
        .orElseGet(() -> acp ? Reply.success() : Reply.detail(400, "Agent server error: 400"));
  }

  private static boolean isAcp(SimulatedConversation conversation) {
    return "acp".equals(Json.text(conversation.fields(), "agent_kind"));
  }

  private Optional<Reply> refusal(String id) {
    ReachableAgent agent = ReachableAgent.of(world, id);
    if (agent.status() == SandboxStatus.PAUSED) {
      return Optional.of(
          Reply.detail(409, "Sandbox is paused; resume it before switching models."));
    }
    return agent.sandbox().isEmpty()
        ? Optional.of(Reply.detail(404, "Conversation " + Uuids.dashed(id) + " is not reachable"))
        : Optional.empty();
  }

  private static String text(Exchange call, String name, Violations found) {
    Checks checks = new Checks(found);
    if (checks.isBody(call.body())) {
      checks.required(call.body(), Loc.body(), name, checks::text);
    }
    return call.body().path(name).asText();
  }
}
