package io.github.openhands4j.demo;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A program run in a process of its own, with the HTTP calls of the library logged between its own
 * lines.
 *
 * @param mainClass its main class
 * @param classPath what it runs with
 * @param environment variables to set; all others that begin with {@code OPENHANDS_} are removed
 */
record Program(String mainClass, List<Path> classPath, Map<String, String> environment) {

  private static final String LOG = "-Dorg.slf4j.simpleLogger.";

  /** Runs it to its end, handing over each line as it comes; gives its exit code. */
  int run(List<String> arguments, Consumer<String> lines) {
    return runWhile(
        arguments,
        line -> {
          lines.accept(line);
          return true;
        });
  }

  /** Runs it while {@code goesOn} is true of its lines, then ends it; gives its exit code. */
  int runWhile(List<String> arguments, Predicate<String> goesOn) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                LOG + "log.io.github.openhands4j=info",
                LOG + "log.io.github.openhands4j.http=debug",
                LOG + "logFile=System.out",
                LOG + "showThreadName=false",
                LOG + "showLogName=false",
                "-cp",
                classPath.stream()
                    .map(Path::toString)
                    .collect(Collectors.joining(File.pathSeparator)),
                mainClass));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("OPENHANDS_"));
    builder.environment().putAll(environment);
    try {
      Process process = builder.start();
      Thread stop = new Thread(process::destroy);
      Runtime.getRuntime().addShutdownHook(stop);
      try (BufferedReader reader =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
        String line = reader.readLine();
        while (line != null && goesOn.test(line)) {
          line = reader.readLine();
        }
        if (line != null) {
          process.destroy();
        }
      }
      int code = process.waitFor();
      Runtime.getRuntime().removeShutdownHook(stop);
      return code;
    } catch (IOException e) {
      throw new DemoException("a Java process could not be run: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DemoException("interrupted", e);
    }
  }
}
