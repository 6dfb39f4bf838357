package io.github.openhands4j.benchmarks.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A JVM of its own with a bounded heap, of the class path and Java of this one. */
public final class SmallJvm {

  private SmallJvm() {}

  /**
   * Runs a program to its end.
   *
   * @param options for the JVM
   * @param program its main class
   * @param arguments its arguments
   * @return what it printed, or empty if it failed
   * @throws IOException if it cannot be started
   * @throws InterruptedException if the thread is interrupted
   */
  public static Optional<String> run(List<String> options, Class<?> program, Object... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(
        List.of(
            "-Dopenhands.requests-per-minute=60000",
            "-Dopenhands.requests-per-second=1000",
            "-Dslf4j.internal.verbosity=ERROR",
            "-cp",
            System.getProperty("java.class.path"),
            program.getName()));
    for (Object argument : arguments) {
      command.add(String.valueOf(argument));
    }
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return process.waitFor() == 0 ? Optional.of(printed) : Optional.empty();
  }
}
