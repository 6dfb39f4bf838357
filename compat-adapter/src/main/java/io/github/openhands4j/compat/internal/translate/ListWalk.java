package io.github.openhands4j.compat.internal.translate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a walk through the list of conversations stands, and its V0 page token.
 *
 * <p>The server rewrites creation times, and then a row moves to the head of the list. So a walk
 * reads what was created before it began, and last what was (or reads as) created since.
 *
 * @param began when the walk began
 * @param tail whether the rows created since then are being read
 * @param upstream the V1 token of the next page, or null for the first
 */
public record ListWalk(Instant began, boolean tail, @Nullable String upstream) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String HEAD_MARK = "h";
  private static final String TAIL_MARK = "t";
  private static final int PARTS = 3;

  /**
   * The walk after a page.
   *
   * @param next the V1 token of the page after it, or null
   * @return where the walk stands; empty at its end
   */
  public Optional<ListWalk> after(@Nullable String next) {
    if (next != null) {
      return Optional.of(new ListWalk(began, tail, next));
    }
    return tail ? Optional.empty() : Optional.of(new ListWalk(began, true, null));
  }

  /**
   * The V0 token of this place.
   *
   * @return base64 of {@code {"v0": null, "v1": …}}, as V0 wrote it
   */
  public String token() {
    String place =
        String.join(
            "|", tail ? TAIL_MARK : HEAD_MARK, began.toString(), upstream == null ? "" : upstream);
    try {
      String json = "{\"v0\": null, \"v1\": " + JSON.writeValueAsString(place) + "}";
      return Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a page token cannot be written as JSON", e);
    }
  }

  /**
   * Reads a token.
   *
   * @param token what a caller sent as page id
   * @return the place, or empty if the token is not one of ours
   */
  public static Optional<ListWalk> parse(String token) {
    try {
      JsonNode json =
          JSON.readTree(new String(Base64.getDecoder().decode(token), StandardCharsets.UTF_8));
      String[] parts = json.path("v1").asText("").split("\\|", PARTS);
      if (parts.length != PARTS || !(parts[0].equals(HEAD_MARK) || parts[0].equals(TAIL_MARK))) {
        return Optional.empty();
      }
      return Optional.of(
          new ListWalk(
              Instant.parse(parts[1]),
              parts[0].equals(TAIL_MARK),
              parts[2].isEmpty() ? null : parts[2]));
    } catch (IllegalArgumentException | JsonProcessingException | DateTimeException foreign) {
      return Optional.empty();
    }
  }
}
