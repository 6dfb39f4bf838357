package io.github.openhands4j.compat.internal.files;

import static io.github.openhands4j.compat.operations.V0Operation.GIT_CHANGES;
import static io.github.openhands4j.compat.operations.V0Operation.GIT_DIFF;

import io.github.openhands4j.compat.internal.runtime.AgentDoor;
import io.github.openhands4j.compat.internal.runtime.NotRunning;
import io.github.openhands4j.compat.internal.runtime.Running;
import io.github.openhands4j.compat.internal.runtime.WorkspaceRoots;
import io.github.openhands4j.compat.internal.translate.V0Bodies;
import io.github.openhands4j.compat.internal.usage.UsageMeter;
import io.github.openhands4j.compat.internal.usage.V0Calls;
import io.github.openhands4j.core.ApiException;
import io.github.openhands4j.core.internal.resilience.Calls;
import io.github.openhands4j.core.internal.resilience.OperationClass;
import io.github.openhands4j.model.v0.GitChange;
import io.github.openhands4j.model.v0.GitDiff;
import io.github.openhands4j.v0.V0Exception;
import io.github.openhands4j.v0.V0Git;
import io.github.openhands4j.v1.OpenHandsClient;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Changes in the repositories of V0 conversations, by the app server's own routes. */
public final class GitOnV1 implements V0Git {

  private static final String CHANGES_FAILED = "Error getting changes: ";
  private static final String DIFF_FAILED = "Error getting diff: ";

  /** A key that is refused, a right that is missing, a limit that is reached. */
  private static final Set<Integer> OF_THE_CALLER = Set.of(401, 403, 429);

  private final V0Calls v0;
  private final UsageMeter meter;
  private final OpenHandsClient client;
  private final AgentDoor door;
  private final WorkspaceRoots roots;
  private final Calls calls;

  /**
   * Creates the group.
   *
   * @param v0 counts the calls
   * @param meter counts what is lost
   * @param client the V1 client
   * @param door finds conversations that run
   * @param roots where workspaces are
   * @param calls makes the requests
   */
  public GitOnV1(
      V0Calls v0,
      UsageMeter meter,
      OpenHandsClient client,
      AgentDoor door,
      WorkspaceRoots roots,
      Calls calls) {
    this.v0 = v0;
    this.meter = meter;
    this.client = client;
    this.door = door;
    this.roots = roots;
    this.calls = calls;
  }

  @Override
  public List<GitChange> changes(String conversationId) {
    return v0.answered(
        GIT_CHANGES,
        () -> door.use(conversationId, NotRunning.GIT_CHANGES, running -> changes(running)));
  }

  private List<GitChange> changes(Running running) {
    String folder = WorkspaceRoots.repositoryFolder(running.row());
    String repository = WorkspacePath.absolute(roots.of(running), folder);
    try {
      List<GitChange> changes =
          GitChanges.of(
              calls.call(
                  OperationClass.READ,
                  times ->
                      client
                          .api()
                          .appConversations()
                          .gitChanges(running.row().id(), repository, null, times)),
              folder);
      if (changes.stream().anyMatch(change -> change.status().equals(GitChanges.MOVED))) {
        meter.lost("git/changes: the old path of a moved file");
      }
      return changes;
    } catch (ApiException failure) {
      throw told(CHANGES_FAILED, failure);
    }
  }

  @Override
  public GitDiff diff(String conversationId, String path) {
    Objects.requireNonNull(path, "path");
    return v0.answered(
        GIT_DIFF,
        () -> door.use(conversationId, NotRunning.GIT_DIFF, running -> diff(running, path)));
  }

  private GitDiff diff(Running running, String path) {
    String file = WorkspacePath.absolute(roots.of(running), path);
    io.github.openhands4j.model.v1.GitDiff diff;
    try {
      diff =
          calls.call(
              OperationClass.READ,
              times ->
                  client.api().appConversations().gitDiff(running.row().id(), file, null, times));
    } catch (ApiException failure) {
      throw told(DIFF_FAILED, failure);
    }
    if (diff.original() == null && diff.modified() == null) {
      throw V0Bodies.error(500, DIFF_FAILED + "no repository holds " + path, null);
    }
    return GitDiff.builder()
        .modified(Objects.requireNonNullElse(diff.modified(), ""))
        .original(Objects.requireNonNullElse(diff.original(), ""))
        .build();
  }

  /**
   * The app server's own words: "Agent server error: 400" for a file that is gone, and the like.
   * What concerns the caller and not the repository keeps its status, as in front of any V0 route.
   */
  private static V0Exception told(String what, ApiException failure) {
    return V0Bodies.error(
        OF_THE_CALLER.contains(failure.status()) ? failure.status() : 500,
        what + failure.serverMessage().orElse("status " + failure.status()),
        failure);
  }
}
