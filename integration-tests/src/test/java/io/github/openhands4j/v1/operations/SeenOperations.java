package io.github.openhands4j.v1.operations;

import io.github.openhands4j.realserver.RecordedExchange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which operations a real server was seen to answer, and how. Tests on a real server write down
 * what they saw; it counts once it is accepted into the list that is checked in.
 */
public final class SeenOperations {

  static final String ACCEPT = "openhands.coverage.accept";

  private static final Path ACCEPTED = Path.of("src", "test", "resources", "v1-operations-seen.txt");
  private static final Path SEEN = Path.of("target", "v1-operations-seen.txt");

  private SeenOperations() {}

  /** Writes down what was seen; what is no operation is passed over. */
  public static void add(List<RecordedExchange> exchanges) {
    String lines =
        exchanges.stream()
            .flatMap(
                said ->
                    V1Operation.of(said.method(), said.path()).stream()
                        .map(operation -> operation.name() + " " + said.status() + "\n"))
            .distinct()
            .collect(Collectors.joining());
    try {
      Files.createDirectories(SEEN.getParent());
      Files.writeString(SEEN, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The statuses of each operation; with the switch, what was seen last is accepted first. */
  static Map<String, Set<String>> accepted() {
    try {
      Set<String> lines = new TreeSet<>(Files.readAllLines(ACCEPTED));
      if (Boolean.getBoolean(ACCEPT) && Files.exists(SEEN)) {
        lines.addAll(Files.readAllLines(SEEN));
        Files.writeString(ACCEPTED, String.join("\n", lines) + "\n");
      }
      Map<String, Set<String>> statuses = new TreeMap<>();
      for (String line : lines) {
        int space = line.lastIndexOf(' ');
        if (space > 0) {
          statuses
              .computeIfAbsent(line.substring(0, space), name -> new TreeSet<>())
              .add(line.substring(space + 1));
        }
      }
      return statuses;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
