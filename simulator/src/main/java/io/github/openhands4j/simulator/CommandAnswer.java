package io.github.openhands4j.simulator;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a shell command of the agent server says and how it ends. Immutable; the methods that are
 * not static return a changed copy.
 */
public final class CommandAnswer {

  private final List<String> parts;
  private final String stderr;
  private final @Nullable Integer exitCode;
  private final boolean gradual;

  private CommandAnswer(
      List<String> parts, String stderr, @Nullable Integer exitCode, boolean gradual) {
    this.parts = List.copyOf(parts);
    this.stderr = stderr;
    this.exitCode = exitCode;
    this.gradual = gradual;
  }

  /**
   * A command that ends at once.
   *
   * @param exitCode its exit code
   * @param output the parts of its standard output; each comes as an event of its own
   * @return an answer without error output
   */
  public static CommandAnswer exit(int exitCode, String... output) {
    return new CommandAnswer(List.of(output), "", exitCode, false);
  }

  /**
   * A command that does not end by itself, only by its time limit.
   *
   * @param output the parts of its standard output; each comes as an event of its own
   * @return an answer without exit code
   */
  public static CommandAnswer endless(String... output) {
    return new CommandAnswer(List.of(output), "", null, false);
  }

  /**
   * The same with error output, which comes with the last part.
   *
   * @param text the error output
   * @return a changed copy
   */
  public CommandAnswer stderr(String text) {
    return new CommandAnswer(parts, text, exitCode, gradual);
  }

  /**
   * The same, but each search for events finds only one part more than the one before.
   *
   * @return a changed copy
   */
  public CommandAnswer gradually() {
    return new CommandAnswer(parts, stderr, exitCode, true);
  }

  /** The parts of the output. */
  List<String> parts() {
    return parts;
  }

  /** The error output, empty for none. */
  String errors() {
    return stderr;
  }

  /** The exit code, null while it runs. */
  @Nullable Integer exitCode() {
    return exitCode;
  }

  /** True when parts come search by search. */
  boolean isGradual() {
    return gradual;
  }
}
