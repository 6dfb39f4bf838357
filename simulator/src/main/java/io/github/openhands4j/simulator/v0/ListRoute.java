package io.github.openhands4j.simulator.v0;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;

/**
 * {@code GET /api/conversations}. The page is cut first and filtered afterwards, so that pages can
 * be short or empty while there is a next one.
 */
final class ListRoute {

  private final Store store;

  ListRoute(Store store) {
    this.store = store;
  }

  V0Reply answer(V0Request request) {
    Problems problems = new Problems();
    int limit = limit(request, problems);
    Optional<String> trigger = request.parameter("conversation_trigger");
    trigger
        .filter(word -> !Words.TRIGGERS.contains(word))
        .ifPresent(
            word ->
                problems.notAWord(
                    List.of("query", "conversation_trigger"), Json.of(word), Words.TRIGGERS));
    if (!problems.isEmpty()) {
      return problems.reply();
    }
    OptionalInt offset = PageToken.offset(request.parameter("page_id"));
    return offset.isEmpty()
        ? V0Reply.crash()
        : page(
            store.newestFirst(),
            offset.getAsInt(),
            limit,
            passes(request.parameter("selected_repository"), trigger));
  }

  /**
   * {@code GET /api/microagent-management/conversations}: filtered first, and tokens of older
   * releases are taken.
   */
  V0Reply ofMicroagents(V0Request request) {
    Problems problems = new Problems();
    String repository = new Query(request, problems).required("selected_repository");
    int limit = limit(request, problems);
    if (!problems.isEmpty()) {
      return problems.reply();
    }
    List<Conversation> rows =
        store.newestFirst().stream()
            .filter(row -> row.hasRepository(repository))
            .filter(row -> row.hasTrigger("microagent_management"))
            .toList();
    OptionalInt offset = PageToken.offsetOfAnyRelease(request.parameter("page_id"));
    return offset.isEmpty() ? V0Reply.crash() : page(rows, offset.getAsInt(), limit, row -> true);
  }

  private static int limit(V0Request request, Problems problems) {
    String text = request.parameter("limit").orElse("20");
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      problems.add(
          "int_parsing",
          List.of("query", "limit"),
          "Input should be a valid integer, unable to parse string as an integer",
          Json.of(text));
      return 0;
    }
  }

  private static Predicate<Conversation> passes(
      Optional<String> repository, Optional<String> trigger) {
    return row ->
        (repository.isEmpty() || row.hasRepository(repository.get()))
            && (trigger.isEmpty() || row.hasTrigger(trigger.get()));
  }

  private static V0Reply page(
      List<Conversation> all, int offset, int limit, Predicate<Conversation> passes) {
    int from = Math.min(offset, all.size());
    int to = Math.min(from + Math.max(limit, 0), all.size());
    ObjectNode page = Json.object();
    ArrayNode rows = page.putArray("results");
    all.subList(from, to).stream().filter(passes).forEach(row -> rows.add(row.toJson()));
    page.put("next_page_id", to < all.size() ? PageToken.of(to) : null);
    return V0Reply.json(200, page);
  }
}
