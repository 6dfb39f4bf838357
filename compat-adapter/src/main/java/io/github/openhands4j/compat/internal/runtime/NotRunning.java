package io.github.openhands4j.compat.internal.runtime;

import io.github.openhands4j.compat.internal.translate.V0Bodies;
import io.github.openhands4j.v0.V0Exception;

/** What V0 answered, route by route, when a conversation had no running sandbox. */
public enum NotRunning {
  /** {@code list-files}. */
  LIST_FILES,
  /** {@code select-file} and {@code upload-files}. */
  FILES,
  /** {@code zip-directory}. */
  ZIP,
  /** {@code git/changes}: no 404, which callers took for "no changes". */
  GIT_CHANGES,
  /** {@code git/diff}. */
  GIT_DIFF,
  /** {@code microagents}. */
  MICROAGENTS,
  /** {@code vscode-url}. */
  VSCODE,
  /** {@code web-hosts}. */
  WEB_HOSTS;

  /**
   * The answer.
   *
   * @param conversationId the id as typed
   * @param starting whether it is still starting
   * @return V0's error
   */
  V0Exception error(String conversationId, boolean starting) {
    String why = "Conversation " + conversationId + " is not running";
    return switch (this) {
      case LIST_FILES -> V0Bodies.error(404, starting ? "Runtime not yet initialized" : why, null);
      case FILES -> V0Bodies.error(404, why, null);
      case ZIP -> V0Bodies.error(500, "Error zipping workspace: " + why, null);
      case GIT_CHANGES -> V0Bodies.error(500, "Error getting changes: " + why, null);
      case GIT_DIFF -> V0Bodies.error(500, "Error getting diff: " + why, null);
      case MICROAGENTS ->
          V0Bodies.error(404, "Agent session not found for this conversation", null);
      case VSCODE -> V0Bodies.error(500, "vscode_url", "Error getting VSCode URL: " + why, null);
      case WEB_HOSTS -> V0Bodies.error(500, "hosts", "Error getting runtime hosts: " + why, null);
    };
  }
}
