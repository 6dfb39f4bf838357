package io.github.openhands4j.v1.operations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A row of this project's list of the operations of a server.
 *
 * @param method the HTTP method
 * @param path the path with parameters in braces
 * @param kind {@code typed}, {@code raw} or {@code left out}
 * @param doors methods of the raw door
 * @param facades methods of the facade, none unless it is typed
 * @param remark anything else
 * @param seenBy the test on a real server that makes it, if that is known from the list
 * @param unseen why no real server of the tests was asked for it, or nothing
 */
public record V1Operation(
    String method,
    String path,
    String kind,
    List<String> doors,
    List<String> facades,
    String remark,
    String seenBy,
    String unseen) {

  private static final Path LIST = Path.of("src", "test", "resources", "v1-operations.txt");
  private static final Path AGENT_LIST =
      Path.of("src", "test", "resources", "agent-operations.txt");
  private static final String TEST = "see ";

  /** The list of the app server's. */
  public static List<V1Operation> all() {
    return read(LIST);
  }

  /** The list of the agent server's. */
  static List<V1Operation> ofTheAgentServer() {
    return read(AGENT_LIST);
  }

  private static List<V1Operation> read(Path list) {
    try {
      return Files.readAllLines(list).stream()
          .filter(line -> !line.startsWith("#"))
          .map(V1Operation::parse)
          .toList();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static V1Operation parse(String line) {
    String[] cells = line.split("\\|", -1);
    String[] what = cells[0].strip().split(" ", 2);
    return new V1Operation(
        what[0],
        what[1],
        cells[1].strip(),
        words(cell(cells, 2)),
        words(cell(cells, 3)),
        cell(cells, 4),
        cell(cells, 5),
        cell(cells, 6));
  }

  private static String cell(String[] cells, int index) {
    return cells.length > index ? cells[index].strip() : "";
  }

  private static List<String> words(String cell) {
    return Arrays.stream(cell.split(",", -1)).map(String::strip).filter(w -> !w.isEmpty()).toList();
  }

  /** Method and path. */
  public String name() {
    return method + " " + path;
  }

  /** The test class that tries it, if it is not in the table of calls. */
  Optional<String> ownTest() {
    return remark.startsWith(TEST)
        ? Optional.of(remark.substring(TEST.length()))
        : Optional.empty();
  }

  /** The operation that a request is of: the one with the most literal segments. */
  public static Optional<V1Operation> of(String requestMethod, String requestPath) {
    List<String> given = List.of(requestPath.split("/", -1));
    return all().stream()
        .filter(each -> each.method.equals(requestMethod) && each.fits(given))
        .max((a, b) -> Long.compare(a.literals(), b.literals()));
  }

  private boolean fits(List<String> given) {
    List<String> wanted = List.of(path.split("/", -1));
    if (wanted.size() != given.size()) {
      return false;
    }
    for (int i = 0; i < wanted.size(); i++) {
      boolean free = wanted.get(i).startsWith("{") && !given.get(i).isEmpty();
      if (!free && !wanted.get(i).equals(given.get(i))) {
        return false;
      }
    }
    return true;
  }

  private long literals() {
    return Arrays.stream(path.split("/", -1)).filter(part -> !part.startsWith("{")).count();
  }
}
