package io.github.openhands4j.v1;

import java.io.PrintStream;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Tells a person at a console what a wait sees, one line a change:
 *
 * <pre>{@code
 * start.awaitFinished(Duration.ofMinutes(60), ConsoleProgress.out());
 * }</pre>
 *
 * <p>prints for example {@code 00:12 sandbox RUNNING, agent running}. Thread-safe.
 */
public final class ConsoleProgress implements Consumer<Progress> {

  private final PrintStream out;

  private ConsoleProgress(PrintStream out) {
    this.out = out;
  }

  /**
   * Prints to the standard output.
   *
   * @return the listener
   */
  public static ConsoleProgress out() {
    return on(System.out);
  }

  /**
   * Prints to a stream.
   *
   * @param out the stream; it is not closed
   * @return the listener
   */
  public static ConsoleProgress on(PrintStream out) {
    return new ConsoleProgress(out);
  }

  @Override
  public void accept(Progress progress) {
    long seconds = progress.elapsed().toSeconds();
    out.println(String.format(Locale.ROOT, "%02d:%02d %s", seconds / 60, seconds % 60, progress));
  }
}
