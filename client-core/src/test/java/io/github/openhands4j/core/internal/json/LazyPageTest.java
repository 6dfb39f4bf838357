package io.github.openhands4j.core.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.github.openhands4j.core.ErrorCode;
import io.github.openhands4j.core.UnreadableAnswerException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages whose rows are read one by one. */
class LazyPageTest {

  private static final ObjectMapper JSON = Json.mapper(1 << 21);

  private record Row(int n) {}

  private static LazyPage<Row> page(String json) throws IOException {
    return new LazyPage<>(
        JSON.readerFor(Row.class),
        json.getBytes(StandardCharsets.UTF_8),
        e -> new UnreadableAnswerException(ErrorCode.ANSWER_UNREADABLE, 200, "odd", e));
  }

  private static List<Integer> numbers(LazyPage<Row> page) {
    List<Integer> numbers = new ArrayList<>();
    page.forEachRemaining(row -> numbers.add(row.n()));
    return numbers;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"items\":[{\"n\":1},{\"n\":2}],\"next_page_id\":\"x\"}",
        "{\"next_page_id\":\"x\",\"items\":[{\"n\":1},null,{\"n\":2}]}",
        "{\"of\":[{\"n\":9}],\"items\":[{\"n\":1},{\"n\":2}],\"next_page_id\":\"x\",\"more\":{}}",
      })
  void fieldsComeInAnyOrder(String json) throws IOException {
    LazyPage<Row> page = page(json);
    assertThat(page.nextPageToken()).isNull();

    assertThat(numbers(page)).containsExactly(1, 2);

    assertThat(page.nextPageToken()).isEqualTo("x");
    assertThatThrownBy(page::next).isInstanceOf(NoSuchElementException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"items\":null,\"next_page_id\":null}", "{\"items\":[]}"})
  void pageMayBeEmpty(String json) throws IOException {
    LazyPage<Row> page = page(json);

    assertThat(page.hasNext()).isFalse();
    assertThat(page.nextPageToken()).isNull();
  }

  @Test
  void rowOfAnotherFormDoesNotSpoilTheOthers() throws IOException {
    LazyPage<Row> page =
        page(
            "{\"a\":[[1]],\"items\":[{\"n\":1},\"odd\",{\"n\":2},{\"n\":{\"deep\":[1]},\"m\":2},"
                + "[3],{\"n\":3}],\"next_page_id\":\"x\"}");

    assertThat(numbers(page)).containsExactly(1, 2, 3);
    assertThat(page.nextPageToken()).isEqualTo("x");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "null",
        "3",
        "{\"items\":{}}",
        "{\"items\":[],\"next_page_id\":{}}",
        "{\"items\":[]} {}",
        "{\"items\":[",
        "{\"items\":[{\"n\":",
      })
  void whatIsNoPageIsRefusedAtOnce(String json) {
    assertThatThrownBy(() -> page(json)).isInstanceOf(IOException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "{\"n\":", "{\"n\":2},", "{\"n\":\"x\",", "{\"n\":2}],\"next_page_id\""})
  void jsonThatBreaksOffIsToldWhereTheWalkComesToIt(String rest) throws IOException {
    LazyPage<Row> page = page("{\"items\":[{\"n\":1}," + rest);
    assertThat(page.next()).isEqualTo(new Row(1));

    assertThatThrownBy(() -> page.forEachRemaining(row -> assertThat(row.n()).isEqualTo(2)))
        .isInstanceOfSatisfying(
            UnreadableAnswerException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.ANSWER_UNREADABLE));
    assertThatThrownBy(page::hasNext).isInstanceOf(UnreadableAnswerException.class);
    assertThat(page.nextPageToken()).isNull();
  }

  @Test
  void listsOfOnePageAreReadInTurn() throws IOException {
    assertThat(
            numbers(
                page(
                    "{\"items\":[{\"n\":1},[[2]]],\"a\":1,\"items\":[\"odd\",{\"n\":3},{\"n\":[]}]}")))
        .containsExactly(1, 3);
  }

  @Test
  @Timeout(10)
  void manyOddRowsTakeNoLongerThanOthers() throws IOException {
    assertThat(numbers(page("{\"items\":[" + "[1],".repeat(200_000) + "{\"n\":1}]}")))
        .containsExactly(1);
  }

  @Test
  void itsRowsAreThoseOfAPageReadAtOnce() throws IOException {
    long seed = 4_711;
    Random random = new Random(seed);
    for (int i = 0; i < 500; i++) {
      StringBuilder items = new StringBuilder();
      List<Integer> expected = new ArrayList<>();
      int rows = random.nextInt(8);
      for (int n = 0; n < rows; n++) {
        String row =
            switch (random.nextInt(5)) {
              case 0 -> "null";
              case 1 -> "\"odd\"";
              case 2 -> "{\"n\":[" + n + "]}";
              default -> "{\"m\":{},\"n\":" + n + "}";
            };
        if (row.endsWith("\"n\":" + n + "}")) {
          expected.add(n);
        }
        items.append(n == 0 ? "" : ",").append(row);
      }
      LazyPage<Row> page = page("{\"items\":[" + items + "],\"next_page_id\":\"" + i + "\"}");
      assertThat(numbers(page)).as("seed %d, %s", seed, items).isEqualTo(expected);
      assertThat(page.nextPageToken()).isEqualTo(String.valueOf(i));
    }
  }

  @Test
  void aFailureOfTheFirstRowsFormIsNone() throws IOException {
    assertThat(numbers(page("{\"items\":[\"odd\",{\"n\":1}]}"))).containsExactly(1);
    assertThatThrownBy(() -> page("\"odd\"")).isInstanceOf(MismatchedInputException.class);
  }
}
