package io.github.openhands4j.faults;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes the matrix for users. */
final class MatrixDocument {

  private static final String INTRODUCTION =
      """
      # What happens when something goes wrong

      One row for each fault between a program and the server. Each column says what this library makes of it:

      - **Reading**: a single read, or a wait, which reads again and again. A read is repeated at most twice, with pauses, within its one limit of time.
      - **Starting**: `conversations().start(…)`. A start is sent at most once if a server may have seen it. "Looked for" means: the server is asked for half a minute whether it has the start; if it has, the call succeeds; if it does not say so, `StartOutcomeUnknownException` has the handle, to be resolved at any time.
      - **V0 create**: `createConversation(…)` of the V0 client with the adapter. It makes no attempt of its own. "As the start" means: what the start found is a plain success, and what stays unknown is a `V0StartOutcomeUnknownException` with the conversation's id.

      A dash means that the fault cannot occur there. The last column names the tests that prove the row, with the server's own count of what it was sent. This page is made from those tests.
      """;

  private static final String STREAMS =
      "Only `conversations().startStreaming(…)` reads a stream. The job hangs on its connection: a server gives up a start whose stream is cut, and then the wait ends with its limit and the handle. The V0 adapter reads none.\n";

  private MatrixDocument() {}

  static String of(Map<FaultRow, List<ProvingTest>> tests) {
    StringBuilder text = new StringBuilder(INTRODUCTION);
    for (FaultRow.Group group : FaultRow.Group.values()) {
      text.append("\n## ").append(group.title()).append("\n\n");
      if (group == FaultRow.Group.STREAM) {
        text.append(STREAMS).append('\n');
      }
      text.append("| What goes wrong | Reading | Starting | V0 create | Tests |\n");
      text.append("|---|---|---|---|---|\n");
      Arrays.stream(FaultRow.values())
          .filter(row -> row.group() == group)
          .forEach(row -> text.append(line(row, tests.getOrDefault(row, List.of()))));
    }
    return text.toString();
  }

  private static String line(FaultRow row, List<ProvingTest> tests) {
    String none = "–";
    String outcomes =
        Arrays.stream(Column.values())
            .map(column -> row.outcome(column).orElse(none))
            .collect(Collectors.joining(" | "));
    String proofs =
        tests.stream()
            .map(test -> "`" + test.name() + "`" + (test.pending() ? " (pending)" : ""))
            .collect(Collectors.joining(", "));
    return "| "
        + row.fault()
        + " | "
        + outcomes
        + " | "
        + (proofs.isEmpty() ? none : proofs)
        + " |\n";
  }
}
