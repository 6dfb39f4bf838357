package io.github.openhands4j.simulator;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Optional;

/**
 * What the app server finds when it wants to ask the agent server about a conversation.
 *
 * @param conversation nothing for an unknown one
 * @param status the status of its sandbox, MISSING when there is none
 * @param sandbox the sandbox, only when it runs and the conversation can be reached in it
 */
record ReachableAgent(
    Optional<SimulatedConversation> conversation,
    SandboxStatus status,
    Optional<SimulatedSandbox> sandbox) {

  /** The name of the path parameter. */
  static final String ID = "conversation_id";

  /** Looks a conversation up by its hex id. */
  static ReachableAgent of(World world, String id) {
    Optional<SimulatedConversation> conversation = world.conversation(id);
    Optional<SimulatedSandbox> sandbox =
        conversation.map(SimulatedConversation::sandboxId).flatMap(world::sandbox);
    SandboxStatus status = sandbox.map(SimulatedSandbox::rawStatus).orElse(SandboxStatus.MISSING);
    boolean reachable =
        status == SandboxStatus.RUNNING
            && conversation.filter(it -> !it.isUnreachable()).isPresent();
    return new ReachableAgent(conversation, status, sandbox.filter(it -> reachable));
  }

  /** Notes an id in the path that is no UUID, and tells its hex form. */
  static Optional<String> id(Exchange call, Violations found) {
    String given = call.pathValue(ID);
    new Checks(found).uuid(TextNode.valueOf(given), Loc.path(ID));
    return Uuids.hex(given);
  }
}
