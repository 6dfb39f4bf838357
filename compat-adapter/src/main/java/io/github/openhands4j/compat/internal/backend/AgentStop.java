package io.github.openhands4j.compat.internal.backend;

import io.github.openhands4j.compat.internal.runtime.AgentDoor;
import io.github.openhands4j.core.ApiException;
import io.github.openhands4j.core.internal.resilience.Calls;
import io.github.openhands4j.core.internal.resilience.MissingRoute;
import io.github.openhands4j.core.internal.resilience.OperationClass;
import io.github.openhands4j.model.v1.AppConversation;
import io.github.openhands4j.model.v1.Success;
import io.github.openhands4j.v1.AgentServer;

/** Stops the agent of one conversation, and nothing else of its sandbox. */
final class AgentStop {

  private final AgentDoor door;
  private final Calls calls;

  AgentStop(AgentDoor door, Calls calls) {
    this.door = door;
    this.calls = calls;
  }

  /**
   * Interrupts the agent; on servers before May 2026 it is paused, which lets its current step end.
   *
   * @param row the conversation, just read, in a sandbox that runs
   */
  void interrupt(AppConversation row) {
    door.use(row, agent -> interrupt(row, agent));
  }

  private Success interrupt(AppConversation row, AgentServer agent) {
    try {
      return calls.call(
          OperationClass.OTHER_WRITE,
          times -> agent.api().conversations().interrupt(row.id(), times));
    } catch (ApiException answer) {
      if (!MissingRoute.is(answer)) {
        throw answer;
      }
      return calls.call(
          OperationClass.OTHER_WRITE, times -> agent.api().conversations().pause(row.id(), times));
    }
  }
}
