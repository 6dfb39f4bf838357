package io.github.openhands4j.compat.internal.translate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a walk through the list of conversations stands, and its V0 page token.
 *
 * <p>A walk shows the starts without a row first. The server rewrites creation times, and then a
 * row moves to the head of the list; so a walk reads what was created before it began, and last
 * what was (or reads as) created since.
 *
 * @param began when the walk began
 * @param stage what is being read
 * @param place where in that stage it stands, or null for its beginning: the number of the last
 *     start shown, or the V1 token of the next page
 */
public record ListWalk(Instant began, Stage stage, @Nullable String place) {

  /** What a walk reads, in this order. */
  public enum Stage {
    /** Starts of this process that have no row. */
    STARTS("s"),
    /** Rows created before the walk began. */
    HEAD("h"),
    /** Rows created since. */
    TAIL("t");

    private final String mark;

    Stage(String mark) {
      this.mark = mark;
    }

    private static Optional<Stage> of(String mark) {
      return Arrays.stream(values()).filter(stage -> stage.mark.equals(mark)).findFirst();
    }
  }

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int PARTS = 3;
  private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

  /**
   * A new walk.
   *
   * @param now when it begins
   * @return where it stands
   */
  public static ListWalk begin(Instant now) {
    return new ListWalk(now, Stage.STARTS, null);
  }

  /**
   * The walk after a page.
   *
   * @param next the place of the page after it, or null if its stage is over
   * @return where the walk stands; empty at its end
   */
  public Optional<ListWalk> after(@Nullable String next) {
    if (next != null) {
      return Optional.of(new ListWalk(began, stage, next));
    }
    return switch (stage) {
      case STARTS -> Optional.of(new ListWalk(began, Stage.HEAD, null));
      case HEAD -> Optional.of(new ListWalk(began, Stage.TAIL, null));
      case TAIL -> Optional.empty();
    };
  }

  /**
   * The V0 token of this place.
   *
   * @return base64 of {@code {"v0": null, "v1": …}}, as V0 wrote it
   */
  public String token() {
    String text = String.join("|", stage.mark, began.toString(), place == null ? "" : place);
    try {
      String json = "{\"v0\": null, \"v1\": " + JSON.writeValueAsString(text) + "}";
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
      Optional<Stage> stage = Stage.of(parts[0]);
      if (parts.length != PARTS || stage.isEmpty() || !isPlace(stage.get(), parts[2])) {
        return Optional.empty();
      }
      return Optional.of(
          new ListWalk(Instant.parse(parts[1]), stage.get(), parts[2].isEmpty() ? null : parts[2]));
    } catch (IllegalArgumentException | JsonProcessingException | DateTimeException foreign) {
      return Optional.empty();
    }
  }

  private static boolean isPlace(Stage stage, String text) {
    return stage != Stage.STARTS || text.isEmpty() || NUMBER.matcher(text).matches();
  }
}
