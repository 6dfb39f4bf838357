package io.github.openhands4j.v0.internal.direct;

import io.github.openhands4j.model.ProviderType;
import io.github.openhands4j.model.SuggestedTask;
import io.github.openhands4j.model.TaskType;
import io.github.openhands4j.model.v0.CreateConversationRequest;
import java.util.Set;

/** Creates on which V0 is known to break down before its agent runs. */
final class KnownCrashes {

  /** V0 had no first message for them. */
  private static final Set<TaskType> WITHOUT_PROMPT =
      Set.of(TaskType.OPEN_PR, TaskType.CREATE_MICROAGENT);

  private KnownCrashes() {}

  /** Whether V0 may break down on a request: a repository needs a token that may be missing. */
  static boolean include(CreateConversationRequest request) {
    SuggestedTask task = request.suggestedTask();
    boolean hopeless =
        task != null
            && (WITHOUT_PROMPT.contains(task.taskType())
                || ProviderType.ENTERPRISE_SSO.equals(task.gitProvider()));
    return hopeless || request.repository() != null || request.createMicroagent() != null;
  }
}
