package io.github.openhands4j.core.internal.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import feign.Request;
import feign.Response;
import feign.Util;
import io.github.openhands4j.core.ErrorCode;
import io.github.openhands4j.core.UnreadableAnswerException;
import io.github.openhands4j.core.internal.feign.JsonDecoder;
import io.github.openhands4j.core.internal.json.Json;
import io.github.openhands4j.core.internal.json.LazyPage;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Walks that hold one row at a time, over pages as they are decoded from answers. */
class LazyPagesTest {

  private static final Map<String, Collection<String>> WHOLE =
      Map.of("content-length", List.of("1"));
  private static final Type PAGE = new TypeReference<LazyPage<String>>() {}.getType();

  private final List<@Nullable Object> asked = new ArrayList<>();

  @SuppressWarnings("unchecked")
  private static LazyPage<String> decoded(String json, Map<String, Collection<String>> headers) {
    Request request =
        Request.create(
            Request.HttpMethod.GET, "http://127.0.0.1:1/rows", Map.of(), null, Util.UTF_8, null);
    Response response =
        Response.builder()
            .status(200)
            .headers(headers)
            .request(request)
            .body(json.getBytes(StandardCharsets.UTF_8))
            .build();
    return (LazyPage<String>)
        Objects.requireNonNull(new JsonDecoder(Json.mapper(1 << 20)).decode(response, PAGE));
  }

  private LazyPages<String> pages(String... pages) {
    return new LazyPages<>(
        Map.of("limit", 1),
        query -> {
          assertThat(query).containsEntry("limit", 1);
          asked.add(query.get("page_id"));
          return decoded(pages[asked.size() - 1], WHOLE);
        });
  }

  private static String page(String items, String token) {
    return "{\"items\":[" + items + "],\"next_page_id\":" + token + "}";
  }

  private static List<String> rows(LazyPages<String> walk) {
    List<String> rows = new ArrayList<>();
    walk.forEachRemaining(rows::add);
    return rows;
  }

  @Test
  void allPagesAreReadInTheirOrderAndAnEmptyOneEndsNothing() {
    LazyPages<String> walk =
        pages(page("\"1\",\"2\"", "\"a\""), page("", "\"b\""), page("null,\"3\"", "null"));

    assertThat(rows(walk)).containsExactly("1", "2", "3");
    assertThat(asked).containsExactly(null, "a", "b");
    assertThat(walk.hasNext()).isFalse();
    assertThatThrownBy(walk::next).isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void tokenThatRepeatsEndsTheWalk() {
    assertThat(rows(pages(page("\"1\"", "\"a\""), page("\"2\"", "\"b\""), page("\"3\"", "\"a\""))))
        .containsExactly("1", "2", "3");
    assertThat(asked).hasSize(3);
  }

  @Test
  void nothingIsReadThatNobodyAsksFor() {
    LazyPages<String> walk = pages(page("\"1\"", "\"a\""), page("\"2\"", "null"));
    assertThat(asked).isEmpty();

    assertThat(walk.next()).isEqualTo("1");

    assertThat(asked).hasSize(1);
  }

  @Test
  void pageThatCannotBeReadIsAskedForAgain() {
    LazyPages<String> walk = pages(page("\"1\"", "\"a\""), "[]", page("\"2\"", "null"));
    assertThat(walk.next()).isEqualTo("1");

    assertThatThrownBy(walk::hasNext).isInstanceOf(UnreadableAnswerException.class);

    assertThat(walk.next()).isEqualTo("2");
    assertThat(asked).containsExactly(null, "a", "a");
  }

  @Test
  void pageOfNoStatedLengthIsFoundToBeCutWhenItIsRead() {
    String whole = page("\"1\",{\"odd\":[1]},\"2\"", "\"a\"");
    for (int kept = 1; kept < whole.length(); kept++) {
      String cut = whole.substring(0, kept);
      assertThatThrownBy(() -> decoded(cut, Map.of()))
          .as(cut)
          .isInstanceOfSatisfying(
              UnreadableAnswerException.class,
              e -> assertThat(e.code()).isEqualTo(ErrorCode.ANSWER_CUT));
    }
    assertThat(decoded(whole, Map.of()).next()).isEqualTo("1");
  }
}
