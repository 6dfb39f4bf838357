package io.github.openhands4j.compat.internal.translate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListWalkTest {

  private static final ListWalk BEGIN =
      new ListWalk(Instant.parse("2026-01-01T00:00:00.123456Z"), false, null);

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void walkReadsTheHeadThenTheTailThenEnds() {
    ListWalk second = BEGIN.after("100").orElseThrow();
    ListWalk tail = second.after(null).orElseThrow();
    ListWalk tailsSecond = tail.after("7").orElseThrow();

    assertThat(second).isEqualTo(new ListWalk(BEGIN.began(), false, "100"));
    assertThat(tail).isEqualTo(new ListWalk(BEGIN.began(), true, null));
    assertThat(tailsSecond).isEqualTo(new ListWalk(BEGIN.began(), true, "7"));
    assertThat(tailsSecond.after(null)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"100", "a|b|c", "\"quoted\"", "ü ☃", "\\", "{\"v1\":1}"})
  void tokenLeadsBackToItsPlace(String upstream) {
    for (boolean tail : new boolean[] {false, true}) {
      ListWalk walk = new ListWalk(BEGIN.began(), tail, upstream);

      assertThat(ListWalk.parse(walk.token())).contains(walk);
    }
  }

  @Test
  void tokenIsBase64OfTheJsonV0Wrote() {
    assertThat(new String(Base64.getDecoder().decode(BEGIN.token()), StandardCharsets.UTF_8))
        .isEqualTo("{\"v0\": null, \"v1\": \"h|2026-01-01T00:00:00.123456Z|\"}");
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
