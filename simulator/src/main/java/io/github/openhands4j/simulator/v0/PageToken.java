package io.github.openhands4j.simulator.v0;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Base64;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The tokens of the list: base64 of {@code {"v0": token, "v1": token}}, where the V0 token is
 * base64 of a number of rows.
 */
final class PageToken {

  private PageToken() {}

  static String of(int offset) {
    String inner = Base64.getEncoder().encodeToString(String.valueOf(offset).getBytes(UTF_8));
    return Base64.getEncoder()
        .encodeToString(("{\"v0\": \"" + inner + "\", \"v1\": null}").getBytes(UTF_8));
  }

  /** The number of rows to skip; empty for a text that makes the server crash. */
  static OptionalInt offset(Optional<String> token) {
    if (token.filter(text -> !text.isEmpty()).isEmpty()) {
      return OptionalInt.of(0);
    }
    try {
      JsonNode tokens = Json.MAPPER.readTree(Base64.getDecoder().decode(token.get()));
      if (!tokens.isObject()) {
        return OptionalInt.empty(); // a genuine token of an older release crashes it, too
      }
      if (!tokens.hasNonNull("v0")) {
        return OptionalInt.of(0);
      }
      byte[] inner = Base64.getDecoder().decode(tokens.get("v0").asText());
      return OptionalInt.of(Integer.parseInt(new String(inner, UTF_8)));
    } catch (IOException | IllegalArgumentException e) {
      return OptionalInt.empty();
    }
  }

  /** The same for a route that takes tokens of older releases, too. */
  static OptionalInt offsetOfAnyRelease(Optional<String> token) {
    OptionalInt offset = offset(token);
    return offset.isPresent() ? offset : plainOffset(token.orElse(""));
  }

  private static OptionalInt plainOffset(String token) {
    try {
      return OptionalInt.of(Integer.parseInt(new String(Base64.getDecoder().decode(token), UTF_8)));
    } catch (IllegalArgumentException e) {
      return OptionalInt.empty();
    }
  }
}
