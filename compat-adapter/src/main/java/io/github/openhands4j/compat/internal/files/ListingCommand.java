package io.github.openhands4j.compat.internal.files;

/**
 * The one command behind a listing: what is in a folder, and the workspace's {@code .gitignore}.
 * Names end with NUL, the only character that no name holds; what follows the last one is the
 * {@code .gitignore}.
 */
final class ListingCommand {

  private ListingCommand() {}

  /**
   * The command.
   *
   * @param root the root of the workspace
   * @param folder the folder, absolute
   * @return for a POSIX shell with GNU find
   */
  static String of(String root, String folder) {
    String within = folder.endsWith("/") ? folder : folder + "/"; // enters a linked folder too
    return "find "
        + quoted(within)
        + " -mindepth 1 -maxdepth 1 -printf '%Y%f\\0' 2>/dev/null; cat "
        + quoted(WorkspacePath.join(root, ".gitignore"))
        + " 2>/dev/null";
  }

  /** One word for a shell, whatever it holds. */
  static String quoted(String word) {
    return "'" + word.replace("'", "'\\''") + "'";
  }
}
