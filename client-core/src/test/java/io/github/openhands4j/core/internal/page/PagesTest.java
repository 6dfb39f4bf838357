package io.github.openhands4j.core.internal.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openhands4j.model.Page;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PagesTest {

  private final List<@Nullable Object> asked = new ArrayList<>();

  /** Pages of one row each, which name the tokens given, in order. */
  private Pages<String> pages(int most, @Nullable String... tokens) {
    return pages(most, page -> tokens[page - 1]);
  }

  /** Pages of one row each; which token each names goes by its number, from 1. */
  private Pages<String> pages(int most, IntFunction<@Nullable String> token) {
    return new Pages<>(
        Map.of("limit", 1),
        most,
        query -> {
          assertThat(query).containsEntry("limit", 1);
          asked.add(query.get("page_id"));
          return new Page<>(List.of("row " + asked.size()), token.apply(asked.size()));
        });
  }

  @Test
  void allPagesAreReadInTheirOrder() {
    assertThat(pages(9, "a", "b", null).rows()).containsExactly("row 1", "row 2", "row 3");
    assertThat(asked).containsExactly(null, "a", "b");
  }

  @Test
  void noMorePagesAreReadThanAllowed() {
    assertThat(pages(2, "a", "b", null).rows()).hasSize(2);
    assertThat(asked).hasSize(2);
  }

  @Test
  void tokenThatRepeatsEndsTheWalk() {
    assertThat(pages(9, "a", "b", "a", null).rows()).hasSize(3);
    assertThat(asked).hasSize(3);
  }

  @Test
  void circleFarFromTheBeginningEndsTheWalkToo() {
    int beforeTheCircle = 5_000;
    int circle = 1_700;
    Pages<String> pages =
        pages(
            Integer.MAX_VALUE,
            page -> "page " + (page < beforeTheCircle ? page : beforeTheCircle + page % circle));

    assertThat(pages.rows().count()).isBetween(6_700L, 20_000L);
  }

  @Test
  void serverThatStandsStillLateIsLeftAtOnce() {
    Pages<String> pages = pages(Integer.MAX_VALUE, page -> "page " + Math.min(page, 4_000));

    assertThat(pages.rows()).hasSize(4_001);
  }

  @Test
  void veryLongWalksAreNotTakenForCircles() {
    Pages<String> pages = pages(Integer.MAX_VALUE, page -> page < 30_000 ? "page " + page : null);

    assertThat(pages.rows()).hasSize(30_000);
  }

  @Test
  void nothingIsReadThatNobodyAsksFor() {
    assertThat(pages(9, "a", "b", null).rows().findFirst()).contains("row 1");
    assertThat(asked).hasSize(1);
  }

  @Test
  void eachWalkBeginsAtTheBeginning() {
    Pages<String> pages = pages(9, "a", null, null);

    assertThat(pages.rows()).hasSize(2);
    assertThat(pages.rows()).hasSize(1);
    assertThat(asked).containsExactly(null, "a", null);
  }

  @Test
  void rowsThatAreNotThereAreLeftOut() {
    List<@Nullable String> rows = Arrays.asList("one", null, "two");

    assertThat(new Pages<>(Map.of(), 1, query -> new Page<>(rows, null)).rows())
        .containsExactly("one", "two");
  }
}
