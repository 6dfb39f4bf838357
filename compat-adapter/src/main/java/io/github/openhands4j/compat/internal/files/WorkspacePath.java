package io.github.openhands4j.compat.internal.files;

import java.util.ArrayDeque;
import java.util.Deque;

/** Joins paths in a sandbox as V0 did, in Python; pure. */
final class WorkspacePath {

  private WorkspacePath() {}

  /** A path behind a folder; an absolute path wins. Nothing is resolved. */
  static String join(String folder, String path) {
    if (path.startsWith("/") || folder.isEmpty()) {
      return path;
    }
    return folder.endsWith("/") ? folder + path : folder + "/" + path;
  }

  /**
   * The same without dots and doubled slashes, as file systems read it.
   *
   * @param root an absolute folder
   * @param path a path, relative to the root or absolute
   * @return an absolute path without a slash at its end, but for the root of all
   */
  static String absolute(String root, String path) {
    Deque<String> parts = new ArrayDeque<>();
    for (String part : join(root, path).split("/", -1)) {
      if (part.equals("..")) {
        parts.pollLast();
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.addLast(part);
      }
    }
    return "/" + String.join("/", parts);
  }
}
