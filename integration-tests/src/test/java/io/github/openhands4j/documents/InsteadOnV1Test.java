package io.github.openhands4j.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openhands4j.compat.operations.V0Operation;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an old application is told to call on V1 compiles, with the id of a conversation. */
class InsteadOnV1Test {

  /** What the names of arguments stand for; any other may be of whatever type is wanted. */
  private static final String NAMES =
      """
      import io.github.openhands4j.model.ConversationId;
      import io.github.openhands4j.model.ProviderType;
      import io.github.openhands4j.model.v1.AppConversation;
      import io.github.openhands4j.v1.OpenHandsClient;
      abstract class Instead {
        OpenHandsClient client;
        ConversationId id;
        AppConversation conversation;
        ProviderType provider;
        String sandboxId, text, path, ref, repository, name;
        byte[] content;
        abstract <T> T any();
      """;

  private static final Pattern OTHER =
      Pattern.compile("\\b(request|query|changes|secret|tokens|file|listener|excluded)(?=[,)])");

  @TempDir Path classes;

  private static String call(V0Operation operation) {
    return "  void of%s() { client.%s; }%n"
        .formatted(operation.name(), OTHER.matcher(operation.instead()).replaceAll("any()"));
  }

  private static JavaFileObject source(String text) {
    return new SimpleJavaFileObject(
        URI.create("string:///Instead.java"), JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
      }
    };
  }

  @Test
  void eachCallCompiles() throws IOException {
    List<V0Operation> replaced =
        Arrays.stream(V0Operation.values())
            .filter(operation -> !operation.instead().isEmpty())
            .filter(operation -> !operation.instead().contains("..."))
            .toList();
    String calls = replaced.stream().map(InsteadOnV1Test::call).collect(Collectors.joining());
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();

    boolean compiled;
    try (StandardJavaFileManager files = compiler.getStandardFileManager(said, null, null)) {
      files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes));
      compiled =
          compiler
              .getTask(
                  null,
                  files,
                  said,
                  List.of("-proc:none", "-classpath", System.getProperty("java.class.path")),
                  null,
                  List.of(source(NAMES + calls + "}")))
              .call();
    }

    assertThat(compiled).as("%s%n%s", calls, said.getDiagnostics()).isTrue();
    assertThat(replaced).hasSizeGreaterThan(30);
  }
}
