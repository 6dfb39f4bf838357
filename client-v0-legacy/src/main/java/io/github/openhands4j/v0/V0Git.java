package io.github.openhands4j.v0;

import io.github.openhands4j.model.v0.GitChange;
import io.github.openhands4j.model.v0.GitDiff;
import java.util.List;

/**
 * Changes of the repository in the workspace of a conversation. They need its runtime. May be
 * repeated. Thread-safe.
 *
 * @deprecated since 0.1.0, with the V0 API.
 */
@Deprecated(since = "0.1.0")
public interface V0Git {
  /**
   * Lists changed files ({@code GET /api/conversations/{id}/git/changes}).
   *
   * @param conversationId the id
   * @return the files, sorted by path; none if there is no repository
   * @throws V0Exception 404 if the id is unknown
   */
  List<GitChange> changes(String conversationId);

  /**
   * Reads a changed file, before and after ({@code GET /api/conversations/{id}/git/diff}).
   *
   * @param conversationId the id
   * @param path its path from the root of the workspace
   * @return both texts
   * @throws V0Exception 404 if the id is unknown, 500 if it cannot be compared
   */
  GitDiff diff(String conversationId, String path);
}
