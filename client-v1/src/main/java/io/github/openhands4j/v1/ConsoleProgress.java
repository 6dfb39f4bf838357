package io.github.openhands4j.v1;

import io.github.openhands4j.v1.internal.console.ProgressWords;
import java.io.PrintStream;
import java.util.function.Consumer;

/**
 * Writes the progress of waits for people: a line for each change, with the time the wait has
 * lasted, the beginning of the conversation's id, and the cost if the server tells it.
 *
 * <pre>{@code
 * start.awaitFinished(Duration.ofHours(1), ConsoleProgress.to(System.err));
 * }</pre>
 *
 * writes
 *
 * <pre>
 * [0:01] 5d0f3c1a waiting for a sandbox
 * [0:24] 5d0f3c1a starting the agent
 * [0:31] 5d0f3c1a the agent is working
 * [7:12] 5d0f3c1a the agent is done ($0.42)
 * </pre>
 *
 * <p>One listener serves any number of waits at once. Thread-safe.
 */
public final class ConsoleProgress implements Consumer<Progress> {

  private final PrintStream stream;

  private ConsoleProgress(PrintStream stream) {
    this.stream = stream;
  }

  /**
   * A listener for waits.
   *
   * @param stream gets the lines, each in one write; stays open. While it blocks, all waits of the
   *     client stand still, as with any slow listener
   * @return the listener
   */
  public static ConsoleProgress to(PrintStream stream) {
    return new ConsoleProgress(stream);
  }

  /**
   * Writes one line.
   *
   * @param progress what a wait has seen
   */
  @Override
  public void accept(Progress progress) {
    stream.println(ProgressWords.line(progress));
  }
}
