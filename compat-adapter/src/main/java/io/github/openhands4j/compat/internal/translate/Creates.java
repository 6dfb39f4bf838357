package io.github.openhands4j.compat.internal.translate;

import io.github.openhands4j.compat.CompatOptions.LossyFeatures;
import io.github.openhands4j.model.ConversationTrigger;
import io.github.openhands4j.model.SuggestedTask;
import io.github.openhands4j.model.TaskType;
import io.github.openhands4j.model.v0.CreateConversationRequest;
import io.github.openhands4j.v0.V0Exception;
import io.github.openhands4j.v1.StartRequest;
import io.github.openhands4j.v1.StartRequestBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** V1 starts of V0 creates; pure. */
public final class Creates {

  /**
   * A translated create.
   *
   * @param request the V1 start
   * @param dropped what V1 has no place for and was left out, to be warned of
   */
  public record Translated(StartRequest request, List<String> dropped) {}

  private Creates() {}

  /**
   * The V1 start of a V0 create.
   *
   * @param create the V0 request
   * @param lossy whether what can be left out may be left out
   * @return the start, and what was left out
   * @throws V0Exception 501 if the request needs what V1 does not have
   */
  public static Translated translate(CreateConversationRequest create, LossyFeatures lossy) {
    refuseWhatIsGone(create);
    List<String> dropped = new ArrayList<>();
    if (hasServers(create.mcpConfig())) {
      if (lossy == LossyFeatures.REFUSE) {
        throw V0Bodies.unsupported(
            "mcp_config is not supported on V1: MCP servers are part of the account's settings"
                + " there. Set openhands.compat.lossy-features to drop-with-warning to leave it"
                + " out.");
      }
      dropped.add("mcp_config");
    }
    if (create.suggestedTask() != null && !create.imageUrls().isEmpty()) {
      dropped.add("image_urls"); // OpenHands Cloud lost those of every first message
    }
    return new Translated(start(create), List.copyOf(dropped));
  }

  /** A list without servers asks for none. */
  private static boolean hasServers(Map<String, @Nullable Object> config) {
    return config.values().stream()
        .anyMatch(servers -> !(servers instanceof List<?> list && list.isEmpty()));
  }

  private static StartRequest start(CreateConversationRequest create) {
    StartRequestBuilder start = StartRequest.builder();
    if (create.repository() != null) {
      start.repository(create.repository());
    }
    if (create.selectedBranch() != null) {
      start.branch(create.selectedBranch());
    }
    if (create.gitProvider() != null) {
      start.gitProvider(create.gitProvider());
    }
    if (create.conversationInstructions() != null) {
      start.systemMessageSuffix(create.conversationInstructions());
    }
    SuggestedTask task = create.suggestedTask();
    if (task != null) {
      // V0 replaced the message too. V1 makes it, so no image goes with it, and sets the trigger.
      return start.suggestedTask(task).build();
    }
    // To V0 an empty text was no message: the conversation idled.
    if (create.initialUserMsg() != null && !create.initialUserMsg().isEmpty()) {
      start.message(create.initialUserMsg());
    }
    if (!create.imageUrls().isEmpty()) {
      start.images(create.imageUrls());
    }
    return start.trigger(ConversationTrigger.OPENHANDS_API).build();
  }

  private static void refuseWhatIsGone(CreateConversationRequest create) {
    if (create.replayJson() != null) {
      throw V0Bodies.unsupported(
          "replay_json is not supported: V1 cannot replay a trajectory. Start a conversation with"
              + " a message instead.");
    }
    if (create.createMicroagent() != null) {
      throw V0Bodies.unsupported(
          "create_microagent is not supported: V1 has no microagents to create. Ask for it in the"
              + " message instead.");
    }
    SuggestedTask task = create.suggestedTask();
    if (task != null
        && (task.taskType().equals(TaskType.OPEN_PR)
            || task.taskType().equals(TaskType.CREATE_MICROAGENT))) {
      throw V0Bodies.unsupported(
          "A suggested_task of type "
              + task.taskType()
              + " is not supported: neither V0 nor V1 has a message for it.");
    }
  }
}
