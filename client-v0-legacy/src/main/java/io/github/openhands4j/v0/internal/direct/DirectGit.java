package io.github.openhands4j.v0.internal.direct;

import io.github.openhands4j.model.v0.GitChange;
import io.github.openhands4j.model.v0.GitDiff;
import io.github.openhands4j.v0.V0Git;
import java.util.List;

/** Asks a V0 server for changes in a workspace. */
final class DirectGit implements V0Git {

  private final GitApi api;
  private final ItemCalls calls;
  private final Shapes shapes;

  DirectGit(GitApi api, ItemCalls calls, Shapes shapes) {
    this.api = api;
    this.calls = calls;
    this.shapes = shapes;
  }

  @Override
  public List<GitChange> changes(String conversationId) {
    return calls.read(
        conversationId,
        (id, options) ->
            shapes.list("changes", api.changes(id, options), GitChange.class, "status", "path"));
  }

  @Override
  public GitDiff diff(String conversationId, String path) {
    return calls.read(
        conversationId,
        (id, options) ->
            shapes.object(
                "diff", api.diff(id, path, options), GitDiff.class, "modified", "original"));
  }
}
