package io.github.openhands4j.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes starts and moves them through their statuses. The caller holds the world. */
final class Starts {

  private final World world;

  /** For one world. */
  Starts(World world) {
    this.world = world;
  }

  /** Takes a start; the task shows WORKING. */
  SimulatedStartTask take(ObjectNode echo, Instant at) {
    Outcome outcome = world.nextOutcome();
    String chosen = Json.text(echo, "conversation_id");
    String id = chosen == null ? Uuids.random() : Uuids.hex(chosen).orElseThrow();
    SimulatedStartTask task =
        new SimulatedStartTask(world, echo, new StartPlan(kind(echo, id), id, outcome), at);
    boolean ownSandbox = Json.text(echo, "sandbox_id") == null;
    if (chosen != null && ownSandbox) {
      world
          .underWay(id)
          .filter(other -> Json.text(other.echo(), "sandbox_id") == null)
          .ifPresent(
              other -> {
                other.plan().collide();
                task.plan().collide();
              });
    }
    world.add(task);
    return task;
  }

  private StartPlan.Kind kind(ObjectNode echo, String id) {
    Optional<SimulatedConversation> existing = world.conversation(id);
    if (existing.isEmpty() || world.sandbox(existing.get().sandboxId()).isEmpty()) {
      return StartPlan.Kind.FRESH;
    }
    String named = Json.text(echo, "sandbox_id");
    return existing.get().sandboxId().equals(named)
        ? StartPlan.Kind.OVERWRITE
        : StartPlan.Kind.SECOND_SERVER;
  }

  /** Moves a task one status further, or into ERROR, or not at all. */
  void move(SimulatedStartTask task, Instant at) {
    if (task.isHanging()) {
      return;
    }
    if (task.rawStatus() == StartStatus.READY) {
      String late = task.plan().errorAfterReady();
      if (late != null) {
        task.failed(late, at);
      }
      return;
    }
    if (task.rawStatus() == StartStatus.ERROR) {
      return;
    }
    Outcome.Trouble trouble = task.plan().outcome().trouble();
    if (trouble != null && trouble.at() == task.rawStatus()) {
      if (!trouble.hangs()) {
        task.failed(String.valueOf(trouble.detail()), at);
      }
      return;
    }
    String failure = failure(task, at);
    if (failure != null) {
      task.failed(failure, at);
      return;
    }
    enter(task, task.rawStatus().next(), at);
  }

  /** The server's own reason why the task cannot go on, or null. */
  private @Nullable String failure(SimulatedStartTask task, Instant at) {
    if (task.plan().isCollided() && task.rawStatus() != StartStatus.WORKING) {
      sandbox(task).ifPresent(sandbox -> sandbox.become(SandboxStatus.MISSING, at));
      return StartFailures.unauthorized(agentServerUrl(task));
    }
    return switch (task.rawStatus()) {
      case WORKING -> {
        String named = Json.text(task.echo(), "sandbox_id");
        yield named != null && world.sandbox(named).isEmpty()
            ? StartFailures.unknownSandbox(named)
            : null;
      }
      case SETTING_UP_SKILLS -> StartFailures.reservedSecret(task.echo());
      case STARTING_CONVERSATION ->
          task.plan().kind() == StartPlan.Kind.SECOND_SERVER
              ? StartFailures.serverError(agentServerUrl(task))
              : null;
      default -> null;
    };
  }

  private void enter(SimulatedStartTask task, StartStatus next, Instant at) {
    task.reached(next, at);
    switch (next) {
      case WAITING_FOR_SANDBOX -> occupySandbox(task, at);
      case PREPARING_REPOSITORY -> sandbox(task).ifPresent(sandbox -> boot(sandbox, at));
      case STARTING_CONVERSATION -> task.atAgentServer(agentServerUrl(task));
      case READY -> openConversation(task, at);
      default -> {
        // the other statuses only name a phase
      }
    }
  }

  private static void boot(SimulatedSandbox sandbox, Instant at) {
    sandbox.wake(at);
    if (sandbox.rawStatus() == SandboxStatus.STARTING) {
      sandbox.become(SandboxStatus.RUNNING, at);
    }
  }

  private void occupySandbox(SimulatedStartTask task, Instant at) {
    String named = Json.text(task.echo(), "sandbox_id");
    if (named != null) {
      task.inSandbox(named);
      return;
    }
    String id =
        Json.text(task.echo(), "conversation_id") == null
            ? world.nextSandboxId()
            : task.plan().conversationId();
    task.inSandbox(id);
    Optional<SimulatedSandbox> present = world.sandbox(id);
    if (task.plan().kind() == StartPlan.Kind.SECOND_SERVER) {
      world
          .conversation(task.plan().conversationId())
          .ifPresent(SimulatedConversation::becomeUnreachable);
      present.ifPresent(SimulatedSandbox::relocate);
    } else if (present.isEmpty() || present.get().rawStatus() == SandboxStatus.MISSING) {
      world.add(new SimulatedSandbox(world, id, at));
    }
  }

  private void openConversation(SimulatedStartTask task, Instant at) {
    String id = task.plan().conversationId();
    task.startedConversation(id);
    ObjectNode record = ConversationJson.initialRecord(id, task.echo());
    if (task.plan().kind() == StartPlan.Kind.OVERWRITE) {
      world.conversation(id).ifPresent(there -> there.overwritten(record, at));
      return;
    }
    Outcome outcome = task.plan().outcome();
    JsonNode message = task.echo().path("initial_message");
    boolean runs = message.isObject();
    Run run =
        new Run(
            runs ? outcome.firstRun() : outcome.noRun(),
            outcome.runPaceOr(world.options().runPace()),
            at);
    SimulatedConversation conversation =
        new SimulatedConversation(world, id, record, String.valueOf(task.rawSandboxId()), run, at);
    world.add(conversation);
    if (runs) {
      conversation.firstMessage(message.path("content"), at);
    }
    conversation.arrive(at);
  }

  private Optional<SimulatedSandbox> sandbox(SimulatedStartTask task) {
    String id = task.rawSandboxId();
    return id == null ? Optional.empty() : world.sandbox(id);
  }

  private String agentServerUrl(SimulatedStartTask task) {
    return sandbox(task)
        .map(SimulatedSandbox::agentServerUrl)
        .orElse(world.agentUrl() + AgentFront.PREFIX + "gone");
  }
}
