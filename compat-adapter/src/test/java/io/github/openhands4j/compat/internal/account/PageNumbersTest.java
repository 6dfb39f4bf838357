package io.github.openhands4j.compat.internal.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PageNumbersTest {

  private static Stream<Integer> rows(int count) {
    return IntStream.range(0, count).boxed();
  }

  @Test
  void pagesTogetherAreAllRowsOnceInOrder() {
    for (int count = 0; count < 12; count++) {
      for (int size = 1; size < 5; size++) {
        List<Integer> seen = new ArrayList<>();
        int page = 1;
        PageNumbers<Integer> cut;
        do {
          cut = PageNumbers.cut(rows(count), page++, size);
          seen.addAll(cut.rows());
        } while (cut.goesOn());
        assertThat(seen).as("%d rows by %d", count, size).isEqualTo(rows(count).toList());
      }
    }
  }

  @Test
  void oneRowMoreThanThePageIsReadAndNoFurther() {
    AtomicInteger read = new AtomicInteger();

    PageNumbers.cut(Stream.generate(read::incrementAndGet), 3, 10);

    assertThat(read).hasValueLessThanOrEqualTo(31);
  }

  @Test
  void oddNumbersAreTakenForOne() {
    assertThat(PageNumbers.cut(rows(5), 0, 2).rows()).containsExactly(0, 1);
    assertThat(PageNumbers.cut(rows(5), -3, 0).rows()).containsExactly(0);
    assertThat(PageNumbers.cut(rows(5), Integer.MAX_VALUE, Integer.MAX_VALUE).rows()).isEmpty();
  }
}
