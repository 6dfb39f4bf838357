package io.github.openhands4j.v1.operations;

import io.github.openhands4j.v1.Conversations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An operation that the Javadoc of a facade's method names.
 *
 * @param operation method and path, without a query
 * @param method the facade and its method
 */
record FacadeOperation(String operation, String method) {

  private static final Path FACADES =
      Path.of("..", "client-v1", "src", "main", "java")
          .resolve(Conversations.class.getPackageName().replace('.', '/'));

  /** A comment, and the method after it. */
  private static final Pattern METHOD =
      Pattern.compile("/\\*\\*((?:(?!\\*/).)*)\\*/[^;{}/*]*?\\b(\\w+)\\(", Pattern.DOTALL);

  private static final Pattern OPERATION =
      Pattern.compile(
          "\\{@code ((?:GET|POST|PUT|PATCH|DELETE) /(?:[^{}?]|\\{[^}]*})*)(?:\\?[^}]*)?}");

  /** Those of all facades. */
  static List<FacadeOperation> all() throws IOException {
    List<FacadeOperation> all = new ArrayList<>();
    try (Stream<Path> files = Files.list(FACADES)) {
      for (Path file : files.filter(it -> it.toString().endsWith(".java")).sorted().toList()) {
        String facade = file.getFileName().toString().replace(".java", "");
        Matcher methods = METHOD.matcher(Files.readString(file));
        while (methods.find()) {
          String name = facade + "." + methods.group(2);
          Matcher named = OPERATION.matcher(methods.group(1).replaceAll("\\s+(?:\\* )?", " "));
          while (named.find()) {
            all.add(new FacadeOperation(named.group(1), name));
          }
        }
      }
    }
    return all;
  }
}
