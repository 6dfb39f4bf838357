package io.github.openhands4j.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a {@code Retry-After} header is taken for; it is the server's word and may be anything. */
class RetryAfterTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "1, 1",
    "59, 59",
    "' 7 ', 7",
    "0000000000012, 12",
    "999999999, 999999999",
    "1e3, 1000"
  })
  void wholeSecondsAreRead(String header, long seconds) {
    assertThat(limited(header).retryAfter()).contains(Duration.ofSeconds(seconds));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1000000000", "1e2147483648", "999999999999999999999999", "9223372036854775808"})
  void waitLongerThanALifeIsCutAndItsTextKept(String header) {
    assertThat(limited(header).retryAfter()).contains(Duration.ofSeconds(999_999_999));
    assertThat(limited(header).retryAfterText()).contains(header);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "-1", "soon", "0x10", "\u0661", "1 2", "1,5", "1e", ".", "e5", "+5"})
  void anythingElseIsAsIfItWereNotThere(String header) {
    assertThat(limited(header).retryAfter()).isEmpty();
    assertThat(limited(header).retryAfterText()).contains(header);
  }

  @Test
  void longerOfTwoCounts() {
    assertThat(limited("3", "soon", "20", "5").retryAfter()).contains(Duration.ofSeconds(20));
    assertThat(limited("3", "soon", "20", "5").retryAfterText()).contains("20");
    assertThat(limited().retryAfter()).isEmpty();
    assertThat(limited().retryAfterText()).isEmpty();
  }

  private static RateLimitedException limited(String... values) {
    return (RateLimitedException)
        ApiException.of(
            new ErrorAnswer("GET /x", 429, Map.of("retry-after", List.of(values)), "", null));
  }
}
