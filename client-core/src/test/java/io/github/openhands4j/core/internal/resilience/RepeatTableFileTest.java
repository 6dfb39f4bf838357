package io.github.openhands4j.core.internal.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The whole table, for every status there can be, as people review it. */
class RepeatTableFileTest {

  @Test
  void tableIsAsItWasReviewed() throws IOException {
    try (InputStream file = getClass().getResourceAsStream("repeat-table.txt")) {
      String reviewed =
          new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
      List<String> lines = reviewed.lines().filter(line -> !line.startsWith("#")).toList();

      assertThat(String.join("\n", table())).isEqualTo(String.join("\n", lines));
    }
  }

  /** Statuses in a row that are treated alike are one line. */
  private static List<String> table() {
    List<String> lines = new ArrayList<>();
    for (FailureClass failure : FailureClass.values()) {
      List<Integer> statuses =
          IntStream.concat(IntStream.of(0), IntStream.range(300, 600)).boxed().toList();
      int from = 0;
      for (int i = 1; i <= statuses.size(); i++) {
        if (i == statuses.size()
            || !said(failure, statuses, i).equals(said(failure, statuses, from))) {
          lines.add(
              String.format(
                  "%-10s | %-7s | %s",
                  failure,
                  span(statuses.get(from), statuses.get(i - 1)),
                  said(failure, statuses, from)));
          from = i;
        }
      }
    }
    return lines;
  }

  private static String said(FailureClass failure, List<Integer> statuses, int index) {
    RepeatTable.Row row = RepeatTable.row(failure, statuses.get(index));
    if (row.repeated().isEmpty()) {
      return "never";
    }
    String once = row.once().isEmpty() ? "" : ", once " + row.once();
    return row.repeated() + once + " for " + row.cost();
  }

  private static String span(int first, int last) {
    return first == last ? String.valueOf(first) : first + "-" + last;
  }
}
