package io.github.openhands4j.simulator;

import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * What the app server passes on from the agent server of a conversation: a file, git, skills,
 * hooks.
 */
final class ConversationAgentRoutes {

  private static final String PATH = "/api/v1/app-conversations/{conversation_id}";

  private final World world;

  /** For one world. */
  ConversationAgentRoutes(World world) {
    this.world = world;
  }

  /** The routes of this family. */
  List<Route> routes() {
    return List.of(
        Route.of("GET", PATH + "/file", this::file),
        Route.of("GET", PATH + "/git/changes", call -> git(call, GitAnswers::changes)),
        Route.of("GET", PATH + "/git/diff", call -> git(call, GitAnswers::diff)),
        Route.of(
            "GET",
            PATH + "/skills",
            call -> list(call, "skills", sandbox -> world.account().skills())),
        Route.of("GET", PATH + "/hooks", call -> list(call, "hooks", sandbox -> List.of())));
  }

  /** Every failure is an empty text. */
  private Reply file(Exchange call) {
    Violations found = new Violations();
    Optional<String> id = ReachableAgent.id(call, found);
    if (id.isEmpty()) {
      return found.reply();
    }
    String path = call.target().last("file_path").orElse(SimulatedWorkspace.ROOT + "/PLAN.md");
    String text =
        ReachableAgent.of(world, id.get())
            .sandbox()
            .filter(sandbox -> path.startsWith("/"))
            .map(sandbox -> sandbox.workspace().bytes(path))
            .map(ConversationAgentRoutes::decoded)
            .orElse("");
    return Reply.ok(TextNode.valueOf(text));
  }

  private static String decoded(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return "";
    }
  }

  private Reply git(Exchange call, BiFunction<SimulatedWorkspace, String, Reply> answer) {
    QueryReader query = new QueryReader(call.target());
    Optional<String> id = ReachableAgent.id(call, query.found());
    String path = query.required("path");
    if (id.isEmpty() || !query.found().none()) {
      return query.found().reply();
    }
    ReachableAgent agent = ReachableAgent.of(world, id.get());
    if (agent.status() == SandboxStatus.PAUSED) {
      return Reply.detail(409, "Sandbox is paused; resume it before reading git state.");
    }
    if (agent.sandbox().isEmpty()) {
      return Reply.detail(404, "Conversation " + Uuids.dashed(id.get()) + " is not reachable");
    }
    Reply said = answer.apply(agent.sandbox().get().workspace(), path);
    return said.status() == 200 ? said : Reply.detail(502, "Agent server error: " + said.status());
  }

  private Reply list(
      Exchange call, String name, Function<SimulatedSandbox, List<SimulatedAccount.Skill>> items) {
    Violations found = new Violations();
    Optional<String> id = ReachableAgent.id(call, found);
    if (id.isEmpty()) {
      return found.reply();
    }
    ReachableAgent agent = ReachableAgent.of(world, id.get());
    List<SimulatedAccount.Skill> all = agent.sandbox().map(items).orElse(List.of());
    if (agent.sandbox().isEmpty() && agent.status() != SandboxStatus.PAUSED) {
      return Reply.error(404, "Conversation " + Uuids.dashed(id.get()) + " not found");
    }
    return Reply.ok(
        Json.object()
            .set(
                name,
                Json.array().addAll(all.stream().map(SimulatedAccount.Skill::json).toList())));
  }
}
