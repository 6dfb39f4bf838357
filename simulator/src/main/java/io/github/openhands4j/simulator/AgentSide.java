package io.github.openhands4j.simulator;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Optional;
import java.util.function.Function;

/** What a request to an agent server is about: its sandbox, and a conversation in it. */
final class AgentSide {

  private final World world;

  /** For one world. */
  AgentSide(World world) {
    this.world = world;
  }

  /** The sandbox whose key the request carries; the gate has let it through. */
  SimulatedSandbox sandbox(Exchange call) {
    String key = call.request().getHeader(SandboxGate.HEADER);
    String owner = key == null ? null : world.keyOwner(key);
    return Optional.ofNullable(owner).flatMap(world::sandbox).orElseThrow();
  }

  /**
   * Answers about a conversation: 422 for an id that is none, the given answer for one that is not
   * in this sandbox.
   */
  Reply withConversation(
      Exchange call, Reply unknown, Function<SimulatedConversation, Reply> answer) {
    Violations found = new Violations();
    String given = call.pathValue("conversation_id");
    new Checks(found).uuid(TextNode.valueOf(given), Loc.path("conversation_id"));
    if (!found.none()) {
      return found.reply();
    }
    String sandbox = sandbox(call).id();
    return Uuids.hex(given)
        .flatMap(world::conversation)
        .filter(there -> there.sandboxId().equals(sandbox) && !there.isUnreachable())
        .map(answer)
        .orElse(unknown);
  }
}
