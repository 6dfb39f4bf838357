package io.github.openhands4j.documents;

import static org.assertj.core.api.Assertions.fail;

import io.github.openhands4j.compat.operations.V0Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The documents' tables of V0 operations are those of the code. */
class OperationTablesTest {

  private static final String ACCEPT = "openhands.operations.accept";

  @Test
  void readmeTellsEachOperationAndWhatIsLost() throws IOException {
    compare(
        "README.md",
        "v0-operations",
        """
        | V0 | Label | On V1 | Lost, or why refused |
        |---|---|---|---|
        """,
        row ->
            cells(
                code(row.method() + " " + row.path()),
                row.fidelity().name(),
                row.counterpart(),
                row.lost()));
  }

  @Test
  void migrationTellsEachMethodAndWhatToCallInstead() throws IOException {
    compare(
        "MIGRATION.md",
        "v0-calls",
        """
        | V0 (`OpenHandsV0Client`) | on V1 the adapter calls | V1 (`OpenHandsClient`) | Label |
        |---|---|---|---|
        """,
        row ->
            cells(
                row.door().map(OperationTablesTest::code).orElse("HTTP: " + code(row.path())),
                row.counterpart(),
                row.instead().isEmpty() ? "" : code(row.instead()),
                row.fidelity().name()));
  }

  private static String code(String text) {
    return "`" + text + "`";
  }

  private static String cells(String... cells) {
    return "| "
        + Arrays.stream(cells)
            .map(cell -> cell.replace("|", "\\|"))
            .collect(Collectors.joining(" | "))
        + " |\n";
  }

  private static void compare(
      String document, String name, String head, Function<V0Operation, String> row)
      throws IOException {
    Path file = Path.of("..", document);
    String table =
        head + Arrays.stream(V0Operation.values()).map(row).collect(Collectors.joining());
    if (Boolean.getBoolean(ACCEPT)) {
      Files.writeString(file, Marks.between(Files.readString(file), name, table));
    }
    String text = Files.readString(file);
    if (!text.equals(Marks.between(text, name, table))) {
      fail(
          "The table of V0 operations in "
              + document
              + " is not the code's. Write it with -D"
              + ACCEPT
              + "=true, or put this between its marks:\n"
              + table);
    }
  }
}
