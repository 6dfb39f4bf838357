package io.github.openhands4j.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every row of the fault matrix has its tests, and the document for users is made from them. */
class FaultMatrixTest {

  private static final String ACCEPT = "openhands.fault-matrix.accept";
  private static final Path DOCUMENT = Path.of("..", "docs", "fault-matrix.md");

  private static final Map<FaultRow, List<ProvingTest>> TESTS = ProvingTest.all();

  @Test
  void everyRowHasATestForEachColumnInWhichItCanOccur() {
    List<String> missing = new ArrayList<>();
    for (FaultRow row : FaultRow.values()) {
      for (Column column : Column.values()) {
        if (row.outcome(column).isPresent()
            && TESTS.getOrDefault(row, List.of()).stream()
                .noneMatch(test -> !test.pending() && test.columns().contains(column))) {
          missing.add(row + " " + column);
        }
      }
    }

    assertThat(missing).as("rows and columns without a test").isEmpty();
  }

  @Test
  void noTestClaimsARowThatCannotOccur() {
    assertThat(TESTS.values().stream().flatMap(List::stream))
        .allSatisfy(
            test ->
                assertThat(test.columns())
                    .as(test.name())
                    .allMatch(column -> test.row().outcome(column).isPresent()));
  }

  @Test
  void documentSaysWhatTheTestsProve() throws IOException {
    String made = MatrixDocument.of(TESTS);
    if (Boolean.getBoolean(ACCEPT)) {
      Files.writeString(DOCUMENT, made);
    }

    assertThat(Files.readString(DOCUMENT))
        .as("docs/fault-matrix.md; write it anew with -D%s=true", ACCEPT)
        .isEqualTo(made);
  }
}
