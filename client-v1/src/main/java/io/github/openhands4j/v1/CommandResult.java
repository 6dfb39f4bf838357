package io.github.openhands4j.v1;

/**
 * How a command in a sandbox ended.
 *
 * @param exitCode what the shell gave back; -1 if the server ended it or could not run it, for
 *     example for a folder that is not there
 * @param stdout all of its standard output
 * @param stderr all of its standard error
 */
public record CommandResult(int exitCode, String stdout, String stderr) {

  /**
   * Whether the command itself reports success.
   *
   * @return true if the exit code is 0
   */
  public boolean succeeded() {
    return exitCode == 0;
  }

  /**
   * Names the harmless fields only: no output.
   *
   * @return a short text for logs
   */
  @Override
  public String toString() {
    return "CommandResult[exitCode=" + exitCode + "]";
  }
}
