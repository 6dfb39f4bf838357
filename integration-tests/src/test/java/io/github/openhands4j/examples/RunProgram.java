package io.github.openhands4j.examples;

import io.github.openhands4j.simulator.OpenHandsSimulator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * An example program that has run to its end, set up by its environment alone.
 *
 * @param status its exit status
 * @param output its standard output
 * @param errors its standard error
 */
record RunProgram(int status, String output, String errors) {

  private static final long LONGEST_SECONDS = 120;

  static RunProgram of(
      Class<?> program, OpenHandsSimulator server, Path directory, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Xmx128m"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(name -> name.startsWith("OPENHANDS_"));
    builder.environment().put("OPENHANDS_BASE_URL", server.baseUrl().toString());
    builder.environment().put("OPENHANDS_API_KEY", server.apiKey().orElse(""));
    Path output = directory.resolve(program.getSimpleName() + ".out");
    Path errors = directory.resolve(program.getSimpleName() + ".err");
    Process process =
        builder.redirectOutput(output.toFile()).redirectError(errors.toFile()).start();
    try {
      if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError(program + " does not end: " + Files.readString(errors));
      }
    } finally {
      process.destroyForcibly();
    }
    return new RunProgram(
        process.exitValue(),
        Files.readString(output, StandardCharsets.UTF_8),
        Files.readString(errors, StandardCharsets.UTF_8));
  }
}
