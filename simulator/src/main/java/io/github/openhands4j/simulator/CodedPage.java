package io.github.openhands4j.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Cuts lists into pages whose token is the offset of the next one, in unpadded URL-safe base64. */
final class CodedPage {

  private CodedPage() {}

  /** The offset a token means: 0 for none, nothing for one that is none of ours. */
  static OptionalInt offset(@Nullable String token) {
    if (token == null) {
      return OptionalInt.of(0);
    }
    try {
      String number = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.US_ASCII);
      return number.matches("\\d{1,9}")
          ? OptionalInt.of(Integer.parseInt(number))
          : OptionalInt.empty();
    } catch (IllegalArgumentException e) {
      return OptionalInt.empty();
    }
  }

  /** The offset a token means; the beginning for one that is none of ours. */
  static int offsetOrStart(@Nullable String token) {
    return offset(token).orElse(0);
  }

  /** One page. */
  static <T> Reply of(
      List<T> all, int offset, int limit, Function<? super T, ? extends JsonNode> write) {
    int from = Math.min(offset, all.size());
    int to = Math.min(from + limit, all.size());
    return of(all.subList(from, to), to < all.size() ? to : -1, write);
  }

  /**
   * A page cut elsewhere.
   *
   * @param next the offset of the next page, negative for none
   */
  static <T> Reply of(List<T> items, int next, Function<? super T, ? extends JsonNode> write) {
    ObjectNode page = Json.object();
    ArrayNode shown = page.putArray("items");
    items.forEach(item -> shown.add(write.apply(item)));
    String token =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(String.valueOf(next).getBytes(StandardCharsets.US_ASCII));
    return Reply.ok(page.put("next_page_id", next < 0 ? null : token));
  }
}
