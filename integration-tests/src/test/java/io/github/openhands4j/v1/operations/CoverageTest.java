package io.github.openhands4j.v1.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import feign.RequestLine;
import io.github.openhands4j.v1.Conversations;
import io.github.openhands4j.v1.api.V1Api;
import io.github.openhands4j.v1.api.agent.AgentApi;
import io.github.openhands4j.v1.api.raw.RawApi;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every operation has a method, every method an operation, and each a test. */
class CoverageTest {

  private static final Path DOCUMENT = Path.of("..", "docs", "coverage.md");
  private static final Set<String> KINDS = Set.of("typed", "raw", "socket", "left out");

  private final List<V1Operation> operations = V1Operation.all();
  private final List<V1Operation> inside = V1Operation.ofTheAgentServer();

  private static Map<String, Method> doors(Class<?>... sides) {
    return Stream.of(sides)
        .flatMap(door -> Arrays.stream(door.getRecordComponents()))
        .map(RecordComponent::getType)
        .filter(Class::isInterface)
        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
        .filter(method -> method.isAnnotationPresent(RequestLine.class))
        .collect(
            Collectors.toMap(CoverageTest::name, Function.identity(), (a, b) -> a, TreeMap::new));
  }

  private static String name(Method method) {
    return method.getDeclaringClass().getSimpleName() + "." + method.getName();
  }

  @Test
  void listHoldsEachOperationOnceAndSaysWhyOneIsLeftOut() {
    for (List<V1Operation> list : List.of(operations, inside)) {
      assertThat(list).extracting(V1Operation::name).doesNotHaveDuplicates();
      assertThat(list).allMatch(each -> KINDS.contains(each.kind()));
      assertThat(list)
          .filteredOn(each -> each.kind().equals("left out"))
          .allMatch(each -> !each.remark().isEmpty() && each.doors().isEmpty());
    }
  }

  @Test
  void everyOperationHasItsDoorAndEveryDoorItsOperation() {
    fit(operations, doors(V1Api.class, RawApi.class));
    fit(inside, doors(AgentApi.class));
  }

  private static void fit(List<V1Operation> operations, Map<String, Method> doors) {
    Set<String> named = new TreeSet<>();
    for (V1Operation operation : operations) {
      assertThat(operation.doors().isEmpty())
          .as(operation.name())
          .isEqualTo(Set.of("left out", "socket").contains(operation.kind()));
      for (String door : operation.doors()) {
        Method method = Objects.requireNonNull(doors.get(door), door);
        assertThat(template(method)).as(door).isEqualTo(template(operation.name()));
        named.add(door);
      }
    }
    assertThat(named).isEqualTo(doors.keySet());
  }

  /** The names of parameters differ, and one of them has a front of its own. */
  private static String template(Method door) {
    return template(door.getAnnotation(RequestLine.class).value().replaceFirst("\\?.*", ""))
        .replace("/task-{}/", "/{}/");
  }

  private static String template(String operation) {
    return operation.replaceAll("\\{[^}]*}", "{}");
  }

  @Test
  void everyTypedOperationHasItsMethodOfTheFacade() throws ClassNotFoundException {
    for (V1Operation operation : Stream.of(operations, inside).flatMap(List::stream).toList()) {
      assertThat(operation.facades().isEmpty())
          .as(operation.name())
          .isEqualTo(!Set.of("typed", "socket").contains(operation.kind()));
      for (String facade : operation.facades()) {
        String[] parts = facade.split("\\.", 2);
        Class<?> resource = Class.forName(Conversations.class.getPackageName() + "." + parts[0]);
        assertThat(resource.getMethods())
            .as(operation.name())
            .anyMatch(method -> method.getName().equals(parts[1]));
      }
    }
  }

  @Test
  void everyMethodOfTheFacadeThatNamesAnOperationStandsInItsRow() throws IOException {
    Map<String, Set<String>> listed = new TreeMap<>();
    Stream.of(operations, inside)
        .flatMap(List::stream)
        .forEach(
            each ->
                listed
                    .computeIfAbsent(template(each.name()), name -> new TreeSet<>())
                    .addAll(each.facades()));
    List<FacadeOperation> named = FacadeOperation.all();

    assertThat(named).hasSizeGreaterThan(80);
    for (FacadeOperation each : named) {
      assertThat(listed.getOrDefault(template(each.operation()), Set.of()))
          .as(each.operation())
          .contains(each.method());
    }
  }

  @Test
  void everyOperationIsTried() throws ClassNotFoundException {
    Map<String, List<String>> tests = tests();
    for (V1Operation operation : operations) {
      if (operation.kind().equals("left out")) {
        continue;
      }
      if (operation.ownTest().isPresent()) {
        Class<?> test =
            Class.forName(
                Conversations.class.getPackageName() + "." + operation.ownTest().orElseThrow());
        assertThat(test.getDeclaredMethods())
            .anyMatch(method -> method.isAnnotationPresent(Test.class));
        continue;
      }
      assertThat(tests.getOrDefault(operation.name(), List.of())).as(operation.name()).isNotEmpty();
      for (String facade : operation.facades()) {
        assertThat(tests.get(operation.name()))
            .as(operation.name())
            .anyMatch(test -> test.equals(facade) || test.startsWith(facade + " "));
      }
    }
  }

  /** Each door of the agent server is called by its {@code RawOperationsTest}, which says so. */
  @Test
  void testsOfTheAgentServersOperationsAreThere() throws ClassNotFoundException {
    assertThat(Class.forName("io.github.openhands4j.agent.RawOperationsTest").getDeclaredMethods())
        .extracting(Method::getName)
        .contains("eachOperationIsInTheTable");
    for (V1Operation operation : inside) {
      if (operation.kind().equals("socket")) {
        assertThat(
                Class.forName("io.github.openhands4j.v1live." + operation.ownTest().orElseThrow()))
            .isNotNull();
      }
      if (!operation.seenBy().isEmpty()) {
        assertThat(Class.forName("io.github.openhands4j.realserver." + operation.seenBy()))
            .isNotNull();
      }
    }
  }

  @Test
  void everyOperationIsAskedOfARealServerOrTheListSaysWhyNot() {
    Map<String, Set<String>> seen = SeenOperations.accepted();
    for (V1Operation operation : operations) {
      assertIsSeenOrSaysWhyNot(operation, seen.containsKey(operation.name()));
    }
    for (V1Operation operation : inside) {
      assertIsSeenOrSaysWhyNot(operation, !operation.seenBy().isEmpty());
    }
  }

  private static void assertIsSeenOrSaysWhyNot(V1Operation operation, boolean seen) {
    if (!operation.kind().equals("left out")) {
      assertThat(operation.unseen().isEmpty()).as(operation.name()).isEqualTo(seen);
    }
  }

  /** The names of calls by the operation that each must send. */
  private static Map<String, List<String>> tests() {
    return V1Call.all()
        .collect(
            Collectors.groupingBy(
                call -> {
                  String[] request = call.operation().split(" ", 2);
                  return V1Operation.of(request[0], request[1]).orElseThrow().name();
                },
                Collectors.mapping(V1Call::name, Collectors.toList())));
  }

  @Test
  void documentIsTheLists() throws IOException {
    String table = document();
    if (Boolean.getBoolean(SeenOperations.ACCEPT)) {
      Files.writeString(DOCUMENT, table);
    }
    if (!Files.exists(DOCUMENT) || !Files.readString(DOCUMENT).equals(table)) {
      fail(
          "docs/coverage.md is not what the list, the tests and the real server say. Write it with"
              + " -D"
              + SeenOperations.ACCEPT
              + "=true:\n"
              + table);
    }
  }

  private String document() {
    Map<String, Set<String>> seen = SeenOperations.accepted();
    Map<String, List<String>> tests = tests();
    StringBuilder text = new StringBuilder(HEAD);
    for (V1Operation operation : operations) {
      boolean listed = tests.containsKey(operation.name());
      text.append(
          row(
              operation,
              listed ? "`V1OperationsTest`" : "",
              String.join(", ", seen.getOrDefault(operation.name(), Set.of())),
              remarks(operation)));
    }
    text.append(INSIDE);
    for (V1Operation operation : inside) {
      text.append(
          row(
              operation,
              operation.doors().isEmpty() ? "" : "`RawOperationsTest`",
              operation.seenBy().isEmpty() ? "" : "`" + operation.seenBy() + "`",
              remarks(operation)));
    }
    return text.toString();
  }

  private static String remarks(V1Operation operation) {
    return Stream.of(operation.ownTest().isPresent() ? "" : operation.remark(), operation.unseen())
        .filter(remark -> !remark.isEmpty())
        .collect(Collectors.joining("; "));
  }

  private static String row(V1Operation operation, String usualTest, String seen, String remark) {
    List<String> cells =
        List.of(
            "`" + operation.name() + "`",
            operation.kind(),
            code(operation.doors()),
            code(operation.facades()),
            operation.ownTest().map(test -> "`" + test + "`").orElse(usualTest),
            seen,
            remark);
    return "| " + String.join(" | ", cells) + " |\n";
  }

  private static String code(List<String> names) {
    return names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
  }

  private static final String HEAD =
      """
      # What of V1 is covered

      Every operation of the app server, and where it is. *Typed* ones have methods of the facade (`client.…()`) with types of their own; *raw* ones are Feign interfaces with plain Java values (`client.api()`, `client.api().raw()`). Each has a test that counts its requests and looks at method, path, query, body and key. The statuses are those that a real self-hosted server (1.11.0) was seen to answer with; where it was not asked, the remark says why.

      These tables are written by `CoverageTest`, which fails when an operation has no method, no test, or neither an answer of a real server nor a reason.

      ## The app server

      | Operation | Kind | Door | Facade | Test | Real server | Remark |
      |---|---|---|---|---|---|---|
      """;

  private static final String INSIDE =
      """

      ## The agent server

      Its operations have interfaces of their own (`agent.api()`). *Real server* names the test that makes the call there and wants a success; the operations that are left out say what takes their place.

      | Operation | Kind | Door | Facade | Test | Real server | Remark |
      |---|---|---|---|---|---|---|
      """;
}
