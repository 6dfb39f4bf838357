package io.github.openhands4j.compat.internal.runtime;

import io.github.openhands4j.core.internal.memory.BoundedMap;
import io.github.openhands4j.core.internal.resilience.Calls;
import io.github.openhands4j.core.internal.resilience.OperationClass;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.v1.AppConversation;
import io.github.openhands4j.v1.AgentServer;
import io.github.openhands4j.v1.CommandResult;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the workspaces of conversations are. The conversation's record says it, else its agent
 * server; it is asked once for a conversation. Thread-safe.
 */
public final class WorkspaceRoots {

  /** Where OpenHands Cloud has it, and every sandbox that is made by a container image. */
  private static final String USUAL = "/workspace/project";

  private static final String TAG = "archiveworkspacepath";
  private static final Duration LIMIT = Duration.ofSeconds(15);
  private static final int MOST = 10_000;

  private final Calls calls;
  private final Map<ConversationId, String> known = BoundedMap.ofLatestUsed(MOST);

  /**
   * Creates a memory.
   *
   * @param calls makes the requests
   */
  public WorkspaceRoots(Calls calls) {
    this.calls = calls;
  }

  /**
   * The root of a workspace.
   *
   * @param running the conversation
   * @return an absolute path without a slash at its end
   */
  public String of(Running running) {
    Optional<String> told = absolute(running.row().tags().get(TAG));
    if (told.isPresent()) {
      return told.get();
    }
    ConversationId id = running.row().id();
    String root;
    synchronized (known) {
      root = known.get(id);
    }
    if (root == null) {
      root = asked(running);
      synchronized (known) {
        known.put(id, root);
      }
    }
    return root;
  }

  /**
   * The folder of the selected repository in its workspace.
   *
   * @param row the conversation
   * @return its name, or empty if none was selected
   */
  public static String repositoryFolder(AppConversation row) {
    String repository = row.selectedRepository();
    return repository == null ? "" : repository.substring(repository.lastIndexOf('/') + 1);
  }

  private String asked(Running running) {
    AgentServer agent = running.agent();
    Map<String, @Nullable Object> conversation =
        calls.call(
            OperationClass.READ,
            times -> agent.api().conversations().get(running.row().id(), times));
    if (!(conversation.get("workspace") instanceof Map<?, ?> workspace)
        || !(workspace.get("working_dir") instanceof String folder)
        || folder.isEmpty()) {
      return USUAL;
    }
    Optional<String> whole = absolute(folder);
    return withoutRepository(
        whole.isPresent() ? whole.get() : resolved(agent, folder), running.row());
  }

  /** A sandbox without a container names it from the folder of its server. */
  private static String resolved(AgentServer agent, String folder) {
    CommandResult shown = agent.run("pwd", folder, LIMIT);
    return shown.succeeded() ? absolute(shown.stdout().strip()).orElse(USUAL) : USUAL;
  }

  /** The agent works in the repository, V0's paths began one folder above. */
  private static String withoutRepository(String folder, AppConversation row) {
    String end = "/" + repositoryFolder(row);
    return end.length() > 1 && folder.endsWith(end) && folder.length() > end.length()
        ? folder.substring(0, folder.length() - end.length())
        : folder;
  }

  private static Optional<String> absolute(@Nullable String path) {
    if (path == null || !path.startsWith("/") || path.length() == 1) {
      return Optional.empty();
    }
    return Optional.of(path.endsWith("/") ? path.substring(0, path.length() - 1) : path);
  }
}
