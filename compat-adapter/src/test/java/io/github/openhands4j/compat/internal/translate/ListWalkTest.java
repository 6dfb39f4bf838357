package io.github.openhands4j.compat.internal.translate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openhands4j.compat.internal.translate.ListWalk.Stage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListWalkTest {

  private static final ListWalk BEGIN =
      ListWalk.begin(Instant.parse("2026-01-01T00:00:00.123456Z"));

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static ListWalk at(Stage stage, @Nullable String place) {
    return new ListWalk(BEGIN.began(), stage, place);
  }

  @Test
  void walkReadsTheStartsThenTheHeadThenTheTailThenEnds() {
    assertThat(BEGIN).isEqualTo(at(Stage.STARTS, null));
    assertThat(BEGIN.after("3")).contains(at(Stage.STARTS, "3"));
    assertThat(at(Stage.STARTS, "3").after(null)).contains(at(Stage.HEAD, null));
    assertThat(at(Stage.HEAD, null).after("100")).contains(at(Stage.HEAD, "100"));
    assertThat(at(Stage.HEAD, "100").after(null)).contains(at(Stage.TAIL, null));
    assertThat(at(Stage.TAIL, null).after("7")).contains(at(Stage.TAIL, "7"));
    assertThat(at(Stage.TAIL, "7").after(null)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"100", "a|b|c", "\"quoted\"", "ü ☃", "\\", "{\"v1\":1}"})
  void tokenLeadsBackToItsPlace(String upstream) {
    for (ListWalk walk :
        List.of(at(Stage.HEAD, upstream), at(Stage.TAIL, upstream), at(Stage.STARTS, "17"))) {
      assertThat(ListWalk.parse(walk.token())).contains(walk);
    }
  }

  @Test
  void tokenIsBase64OfTheJsonV0Wrote() {
    assertThat(new String(Base64.getDecoder().decode(BEGIN.token()), StandardCharsets.UTF_8))
        .isEqualTo("{\"v0\": null, \"v1\": \"s|2026-01-01T00:00:00.123456Z|\"}");
    assertThat(ListWalk.parse(BEGIN.token())).contains(BEGIN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "bad",
        "%%%",
        "MjA=",
        "eyJ2MCI6ICJNUT09IiwgInYxIjogbnVsbH0=",
        "eyJ2MCI6IG51bGwsICJ2MSI6ICIxMDAifQ=="
      })
  void foreignAndOldTokensAreNotOurs(String token) {
    assertThat(ListWalk.parse(token)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "[]",
        "{}",
        "{\"v1\":{}}",
        "{\"v1\":\"\"}",
        "{\"v1\":\"h|\"}",
        "{\"v1\":\"h|now|\"}",
        "{\"v1\":\"s|2026-01-01T00:00:00Z|x\"}",
        "{\"v1\":\"s|2026-01-01T00:00:00Z|-1\"}",
        "{\"v1\":\"s|2026-01-01T00:00:00Z|9999999999999999999\"}",
        "{\"v1\":\"x|2026-01-01T00:00:00Z|\"}",
        "{\"v1\":\"h|+9999999999-01-01T00:00:00Z|\"}",
        "{\"v1\":",
        "[[[["
      })
  void tokensOfAnotherShapeAreNotOurs(String json) {
    assertThat(ListWalk.parse(base64(json))).isEmpty();
  }

  @Test
  void noTokenMakesItThrow() {
    for (long seed = 1; seed <= 20; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      for (int i = 0; i < 2_000; i++) {
        byte[] bytes = new byte[random.nextInt(80)];
        random.nextBytes(bytes);
        StringBuilder changed = new StringBuilder(BEGIN.token());
        changed.setCharAt(random.nextInt(changed.length()), (char) (32 + random.nextInt(96)));
        String place = "{\"v0\": null, \"v1\": \"" + new String(bytes, StandardCharsets.ISO_8859_1);
        for (String token :
            new String[] {
              new String(bytes, StandardCharsets.UTF_8),
              Base64.getEncoder().encodeToString(bytes),
              base64(place),
              changed.toString()
            }) {
          assertThat(ListWalk.parse(token)).as("seed %d: %s", seed, token).isNotNull();
        }
      }
    }
  }
}
