package io.github.openhands4j.v1.internal.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openhands4j.model.Page;
import io.github.openhands4j.v1.Paged;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Rows that come again on one of the next pages. */
class PagedCallsTest {

  private record Row(String id, int size) {}

  private static List<Row> rows(List<List<Row>> pages) {
    Paged<Row> paged =
        new PagedCalls<>(
            Map.of(),
            Row::id,
            query -> {
              int page = Integer.parseInt(String.valueOf(query.getOrDefault("page_id", "0")));
              boolean last = page == pages.size() - 1;
              return new Page<>(pages.get(page), last ? null : String.valueOf(page + 1));
            });
    List<Row> rows = new ArrayList<>();
    paged.forEach(rows::add);
    return rows;
  }

  @Test
  void tenThousandRowsAreRememberedAndTheOldestForgotten() {
    List<Row> all = IntStream.range(0, 10_001).mapToObj(n -> new Row("row-" + n, n)).toList();
    List<List<Row>> pages = new ArrayList<>();
    for (int from = 0; from < all.size(); from += 100) {
      pages.add(all.subList(from, Math.min(from + 100, all.size())));
    }
    pages.add(List.of(all.get(1), all.get(10_000), all.get(0)));

    assertThat(rows(pages)).hasSize(10_002).startsWith(all.get(0)).endsWith(all.get(0));
  }

  @Test
  void rowsWithoutAKeyAreToldApartByWhatTheySay() {
    Row small = new Row("", 1);
    Row large = new Row("", 2);

    assertThat(rows(List.of(List.of(small, large), List.of(large, new Row("", 3)))))
        .containsExactly(small, large, new Row("", 3));
  }
}
