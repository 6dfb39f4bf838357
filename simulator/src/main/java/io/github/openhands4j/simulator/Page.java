package io.github.openhands4j.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Cuts lists into pages whose token is the offset of the next one, in decimal. */
final class Page {

  private Page() {}

  /**
   * One page.
   *
   * @param token an offset; anything else, also a negative one, means the first page
   * @param write writes one element
   */
  static <T> Reply of(
      List<T> all,
      @Nullable String token,
      int limit,
      Function<? super T, ? extends JsonNode> write) {
    int from = Math.min(offset(token), all.size());
    int to = Math.min(from + limit, all.size());
    ObjectNode page = Json.object();
    ArrayNode items = page.putArray("items");
    all.subList(from, to).forEach(element -> items.add(write.apply(element)));
    page.put("next_page_id", to < all.size() ? String.valueOf(to) : null);
    return Reply.ok(page);
  }

  private static int offset(@Nullable String token) {
    if (token == null) {
      return 0;
    }
    try {
      return Math.max(0, Integer.parseInt(token));
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
