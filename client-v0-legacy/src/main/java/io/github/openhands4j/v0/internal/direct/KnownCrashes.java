package io.github.openhands4j.v0.internal.direct;

import io.github.openhands4j.model.ProviderType;
import io.github.openhands4j.model.SuggestedTask;
import io.github.openhands4j.model.TaskType;
import io.github.openhands4j.model.v0.CreateConversationRequest;
import java.util.Set;

/**
 * Creates on which V0 always breaks down before its agent runs: those for a task that it has no
 * first message for. One with a repository is none of them: V0 breaks down on it where it has no
 * token, but also where the agent is being started already.
 */
final class KnownCrashes {

  private static final Set<TaskType> WITHOUT_PROMPT =
      Set.of(TaskType.OPEN_PR, TaskType.CREATE_MICROAGENT);

  private KnownCrashes() {}

  /** Whether V0 breaks down on a request whatever state it is in. */
  static boolean include(CreateConversationRequest request) {
    SuggestedTask task = request.suggestedTask();
    return task != null
        && (WITHOUT_PROMPT.contains(task.taskType())
            || ProviderType.ENTERPRISE_SSO.equals(task.gitProvider()));
  }
}
