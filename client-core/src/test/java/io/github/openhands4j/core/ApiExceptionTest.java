package io.github.openhands4j.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each status has its exception, and the message is made of harmless things. */
class ApiExceptionTest {

  @ParameterizedTest
  @CsvSource({
    "300, ApiException, REDIRECT_REFUSED",
    "399, ApiException, REDIRECT_REFUSED",
    "400, BadRequestException, BAD_REQUEST",
    "401, UnauthorizedException, UNAUTHORIZED",
    "402, ApiException, API_ERROR",
    "403, PermissionDeniedException, PERMISSION_DENIED",
    "404, NotFoundException, NOT_FOUND",
    "408, ApiException, API_ERROR",
    "409, ConflictException, CONFLICT",
    "410, GoneException, GONE",
    "422, UnprocessableRequestException, UNPROCESSABLE",
    "429, RateLimitedException, RATE_LIMITED",
    "499, ApiException, API_ERROR",
    "500, ServerErrorException, SERVER_ERROR",
    "599, ServerErrorException, SERVER_ERROR",
  })
  void statusHasItsException(int status, String type, ErrorCode code) {
    ApiException e = ApiException.of(answer(status, Map.of()));

    assertThat(e.getClass().getSimpleName()).isEqualTo(type);
    assertThat(e.code()).isEqualTo(code);
    assertThat(e.status()).isEqualTo(status);
    assertThat(e.requestMayHaveBeenSent()).isTrue();
    assertThat(e)
        .hasMessageStartingWith("GET /x/{id} -> " + status + ".")
        .hasMessageEndingWith("[" + code.id() + "]")
        .hasMessageNotContaining("canary");
    assertThat(e.answer().toString()).doesNotContain("canary");
    assertThat(e.body()).isEqualTo("canary-body");
  }

  @Test
  void requestIdIsShownWithoutWhatCouldForgeALog() {
    Map<String, List<String>> headers =
        Map.of("x-request-id", List.of("a1\r\n\u001b[31m2" + "b".repeat(100)));

    assertThat(ApiException.of(answer(500, headers)))
        .hasMessageContaining("(request id a131m2" + "b".repeat(58) + ")");
  }

  private static ErrorAnswer answer(int status, Map<String, List<String>> headers) {
    return new ErrorAnswer("GET /x/{id}", status, headers, "canary-body", "canary-words");
  }
}
