package io.github.openhands4j.core.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Times are read alike, whether their form is the usual one or not. */
class UsualTimeTest {

  private static final ObjectMapper JSON = Json.mapper(1 << 20);

  private static Instant read(String text) throws JsonProcessingException {
    return JSON.readValue('"' + text + '"', Instant.class);
  }

  @Test
  void anyTimeIsReadAsTheFormatterReadsIt() throws JsonProcessingException {
    long seed = 20_260_820;
    Random random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      Instant second = Instant.ofEpochSecond(random.nextLong(4_000_000_000L));
      int nanos = random.nextInt(1_000_000_000);
      int digits = random.nextInt(10);
      String text =
          DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT)
                  .withZone(ZoneOffset.UTC)
                  .format(second)
              + (digits == 0
                  ? ""
                  : "." + String.format(Locale.ROOT, "%09d", nanos).substring(0, digits))
              + (random.nextBoolean() ? "Z" : "");
      Instant slow = Instant.parse(text.endsWith("Z") ? text : text + "Z");
      assertThat(UsualTime.parse(text)).as("seed %d, %s", seed, text).isEqualTo(slow);
      assertThat(read(text)).isEqualTo(slow);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2026-08-20T09:00:00+00:00, 2026-08-20T09:00:00Z",
    "2026-08-20T09:00:00.5+02:00, 2026-08-20T07:00:00.5Z",
    "2026-08-20 09:00:00, 2026-08-20T09:00:00Z",
    "2026-08-20T09:00, 2026-08-20T09:00:00Z",
    "2026-08-20T09:00:00z, 2026-08-20T09:00:00Z",
  })
  void otherFormsAreTheFormatters(String text, String time) throws JsonProcessingException {
    assertThat(UsualTime.parse(text)).isNull();
    assertThat(read(text)).isEqualTo(Instant.parse(time));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-02-30T09:00:00Z",
        "2026-08-20T24:00:01Z",
        "2026-08-20T09:00:00.1234567890Z",
        "2026-08-20T09:00:00,5Z",
        "2026-08-20T09:00:00ZZ",
        "+026-08-20T09:00:00Z",
        "2026-08-20T09:00:0٣Z",
        "Z",
        "",
      })
  void whatIsNoTimeIsNone(String text) {
    assertThat(UsualTime.parse(text)).isNull();
    assertThatThrownBy(() -> read(text)).isInstanceOf(InvalidFormatException.class);
  }
}
