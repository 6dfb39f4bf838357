package io.github.openhands4j.v1.internal.start;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.openhands4j.core.internal.json.Json;
import io.github.openhands4j.v1.StartRequest;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RequestDigestTest {

  private static final ObjectMapper MAPPER = Json.mapper(1_000_000);

  private static String digest(StartRequest request) {
    return RequestDigest.of(request.body(), MAPPER);
  }

  @Test
  void equalRequestsHaveOneDigestWhateverTheOrderOfTheirSecrets() {
    StartRequest one =
        StartRequest.builder().message("a").secret("X", "not-a-key").secret("Y", "fake").build();
    StartRequest other =
        StartRequest.builder().secret("Y", "fake").secret("X", "not-a-key").message("a").build();

    assertThat(digest(one)).isEqualTo(digest(other));
  }

  @Test
  void anyDifferenceShows() {
    assertThat(
            Stream.of(
                    StartRequest.builder(),
                    StartRequest.builder().message("a"),
                    StartRequest.builder().message("b"),
                    StartRequest.builder().message("a").repository("me/repo"),
                    StartRequest.builder().message("a").secret("X", "fake"),
                    StartRequest.builder().message("a").secret("X", "other"))
                .map(builder -> digest(builder.build())))
        .doesNotHaveDuplicates();
  }

  @Test
  void digestHidesTheRequestAndFitsIntoAHandle() {
    assertThat(digest(StartRequest.builder().message("private words").build()))
        .matches("[0-9a-f]{32}");
  }
}
