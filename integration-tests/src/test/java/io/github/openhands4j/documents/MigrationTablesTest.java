package io.github.openhands4j.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openhands4j.compat.CompatOptions.Completion;
import io.github.openhands4j.compat.CompatOptions.LossyFeatures;
import io.github.openhands4j.compat.internal.translate.Creates;
import io.github.openhands4j.compat.internal.translate.Memory;
import io.github.openhands4j.compat.internal.translate.StatusRules;
import io.github.openhands4j.compat.internal.translate.V0Status;
import io.github.openhands4j.contract.RunningTests;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.ProviderType;
import io.github.openhands4j.model.SuggestedTask;
import io.github.openhands4j.model.TaskType;
import io.github.openhands4j.model.v0.CreateConversationRequest;
import io.github.openhands4j.model.v0.CreateMicroagent;
import io.github.openhands4j.model.v1.AppConversation;
import io.github.openhands4j.model.v1.ConversationExecutionStatus;
import io.github.openhands4j.model.v1.SandboxStatus;
import io.github.openhands4j.v0.V0Exception;
import io.github.openhands4j.v1.StartRequestBuilder;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The tables of the migration guide say what the code does. Those in prose are made from files in
 * which each row names its tests; those that name types, methods and states are held against them.
 */
class MigrationTablesTest {

  private static final String ACCEPT = "openhands.operations.accept";
  private static final String ROOT = "io.github.openhands4j.";
  private static final RunningTests TESTS = RunningTests.of("integration-tests", "compat-adapter");
  private static final Path MIGRATION = Path.of("..", "MIGRATION.md");
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");
  private static final Pattern METHOD = Pattern.compile("(\\w+)\\(\\.\\.\\.\\)");

  private record Row(String text, List<String> tests) {}

  @ParameterizedTest
  @ValueSource(strings = {"waiting", "differences"})
  void proseIsThatOfTheFileAndEachOfItsRowsHasItsTests(String name) throws IOException {
    List<String> head = new ArrayList<>();
    List<Row> rows = rows(name, head);
    StringBuilder table = new StringBuilder();
    head.forEach(line -> table.append(line).append('\n'));
    rows.forEach(row -> table.append(row.text()).append('\n'));
    if (Boolean.getBoolean(ACCEPT)) {
      Files.writeString(
          MIGRATION,
          Marks.between(Files.readString(MIGRATION), "migration-" + name, table.toString()));
    }

    String text = Files.readString(MIGRATION);

    assertThat(text)
        .as("write it with -D%s=true", ACCEPT)
        .isEqualTo(Marks.between(text, "migration-" + name, table.toString()));
    assertThat(rows).hasSizeGreaterThan(5).allSatisfy(row -> assertThat(row.tests()).isNotEmpty());
    for (Row row : rows) {
      for (String test : row.tests()) {
        assertThat(isTest(test)).as("%s is a test that runs: %s", test, row.text()).isTrue();
      }
    }
  }

  private static List<Row> rows(String name, List<String> head) throws IOException {
    List<Row> rows = new ArrayList<>();
    Path file = Path.of("src", "test", "resources", "migration", name + ".txt");
    for (String line : Files.readAllLines(file)) {
      if (line.startsWith("|")) {
        if (head.size() < 2) {
          head.add(line);
        } else {
          rows.add(new Row(line, new ArrayList<>()));
        }
      } else {
        rows.get(rows.size() - 1).tests().addAll(List.of(line.strip().split(", ", -1)));
      }
    }
    return rows;
  }

  private static boolean isTest(String name) {
    String[] parts = name.split("#", -1);
    return TESTS.isRun(ROOT + parts[0], parts[1]);
  }

  @Test
  void fieldsOfACreateAreThoseOfTheRequestAndLeadToMethodsOfTheStart() throws IOException {
    List<List<String>> rows = tableUnder("### Fields of a create");

    assertThat(rows.stream().flatMap(row -> codes(row.get(0)).stream()))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(CreateConversationRequest.class.getRecordComponents())
                .map(RecordComponent::getName)
                .toList());
    List<String> methods =
        Arrays.stream(StartRequestBuilder.class.getMethods()).map(Method::getName).toList();
    assertThat(
            rows.stream()
                .flatMap(row -> METHOD.matcher(row.get(1)).results())
                .map(named -> named.group(1)))
        .hasSizeGreaterThan(5)
        .isSubsetOf(methods);
  }

  @Test
  void fieldsThatAreSaidToBeRefusedAre() throws IOException {
    List<String> refused =
        tableUnder("### Fields of a create").stream()
            .filter(row -> row.get(1).contains("501"))
            .flatMap(row -> codes(row.get(0)).stream())
            .toList();
    Map<String, CreateConversationRequest> requests =
        Map.of(
            "replayJson",
            CreateConversationRequest.builder().replayJson("{}").build(),
            "createMicroagent",
            CreateConversationRequest.builder()
                .createMicroagent(CreateMicroagent.builder().repo("o/r").build())
                .build(),
            "mcpConfig",
            CreateConversationRequest.builder()
                .mcpConfig(Map.of("sse_servers", List.of("https://mcp.invalid")))
                .build(),
            "suggestedTask",
            CreateConversationRequest.builder()
                .suggestedTask(
                    new SuggestedTask(ProviderType.GITHUB, TaskType.OPEN_PR, "o/r", 5, "Fix it"))
                .build());

    assertThat(requests.keySet()).containsExactlyInAnyOrderElementsOf(refused);
    assertThat(requests.values())
        .allSatisfy(
            request ->
                assertThatThrownBy(() -> Creates.translate(request, LossyFeatures.REFUSE))
                    .isInstanceOfSatisfying(
                        V0Exception.class, e -> assertThat(e.status()).isEqualTo(501)));
  }

  @Test
  void typesExist() throws IOException {
    List<List<String>> rows = tableUnder("### Types");

    assertThat(rows.stream().flatMap(row -> codes(row.get(0)).stream()))
        .hasSizeGreaterThan(5)
        .allSatisfy(name -> assertThat(exists(name, "model.v0.")).as(name).isTrue());
    assertThat(
            rows.stream()
                .flatMap(row -> codes(row.get(1)).stream())
                .flatMap(name -> Stream.of(name.replace(">", "").split("<", -1))))
        .hasSizeGreaterThan(5)
        .allSatisfy(
            name -> assertThat(exists(name, "v1.", "model.v1.", "model.")).as(name).isTrue());
  }

  @Test
  void exceptionsExist() throws IOException {
    List<String> names =
        tableUnder("### Errors").stream()
            .flatMap(List::stream)
            .flatMap(cell -> codes(cell).stream())
            .filter(name -> name.endsWith("Exception"))
            .toList();

    assertThat(names)
        .hasSizeGreaterThan(6)
        .allSatisfy(name -> assertThat(exists(name, "v0.", "core.")).as(name).isTrue());
  }

  private static boolean exists(String name, String... homes) {
    return Arrays.stream(homes)
        .anyMatch(
            home -> {
              try {
                Class.forName(ROOT + home + name);
                return true;
              } catch (ClassNotFoundException elsewhere) {
                return false;
              }
            });
  }

  /** What is sure at one look; what depends on time has its tests beside the rules. */
  @Test
  void statusesAreThoseOfTheRules() throws IOException {
    int held = 0;
    for (List<String> row : tableUnder("### Status")) {
      List<String> agents = row.get(1).equals("any") ? List.of("running") : codes(row.get(1));
      for (String sandbox : codes(row.get(0))) {
        for (String agent : agents) {
          String asV0 = row.get(3).equals("the same") ? row.get(2) : row.get(3);
          if (isOneWord(row.get(2))) {
            assertThat(shown(sandbox, agent, Completion.FINISHED_AS_STOPPED))
                .isEqualTo(codes(row.get(2)).get(0) + " " + runtime(row.get(4)));
            assertThat(shown(sandbox, agent, Completion.AS_V0))
                .startsWith(codes(asV0).get(0) + " ");
            held++;
          }
        }
      }
    }
    assertThat(held).isEqualTo(8);
  }

  private static boolean isOneWord(String cell) {
    return cell.matches("\\**`[A-Z]+`\\**");
  }

  private static String runtime(String cell) {
    return cell.isEmpty() ? "null" : codes(cell).get(0);
  }

  private static String shown(String sandbox, String agent, Completion completion) {
    AppConversation row =
        AppConversation.builder()
            .id(ConversationId.parse("0a".repeat(16)))
            .sandboxStatus(SandboxStatus.of(sandbox))
            .executionStatus(ConversationExecutionStatus.of(agent))
            .build();
    long now = Duration.ofHours(1).toNanos();
    V0Status status =
        StatusRules.of(row, Memory.BLANK.seen(row, now), Instant.EPOCH, now, completion);
    return status.status() + " " + status.runtimeStatus();
  }

  private static List<String> codes(String cell) {
    return CODE.matcher(cell).results().map(found -> found.group(1)).toList();
  }

  /** The cells of the first table under a heading, without its head. */
  private static List<List<String>> tableUnder(String heading) throws IOException {
    String text = Files.readString(MIGRATION);
    int from = text.indexOf(heading + "\n");
    assertThat(from).as(heading).isPositive();
    return text.substring(from)
        .lines()
        .dropWhile(line -> !line.startsWith("|"))
        .takeWhile(line -> line.startsWith("|"))
        .skip(2)
        .map(line -> Arrays.stream(line.substring(1).split("\\|", -1)).map(String::strip).toList())
        .toList();
  }
}
