package io.github.openhands4j.benchmarks.events;

import io.github.openhands4j.benchmarks.server.Received;
import io.github.openhands4j.benchmarks.server.Reply;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One conversation whose sandbox sleeps, read page by page. While a page is read the next one is
 * made, on a thread of its own, so that readers wait as little as can be. For one reader at a time.
 */
final class StoredPages implements Function<Received, Reply> {

  private static final int PAGE = 100;
  private static final Pattern FROM = Pattern.compile("page_id=(\\d+)");
  private static final Reply ROW =
      new Reply.Json(
          ("[{'id':'"
                  + EventAccount.ID
                  + "','sandbox_status':'PAUSED','execution_status':null,'llm_model':'m',"
                  + "'created_at':'2026-08-20T09:00:00Z','updated_at':'2026-08-20T09:00:00Z'}]")
              .replace('\'', '"'));

  private final int stored;
  private int nextFrom;
  private CompletableFuture<Reply> next;

  StoredPages(int stored) {
    this.stored = stored;
    this.next = CompletableFuture.completedFuture(page(0));
  }

  @Override
  public synchronized Reply apply(Received request) {
    if (!request.target().contains("/events/search")) {
      return ROW;
    }
    Matcher page = FROM.matcher(request.target());
    int from = page.find() ? Integer.parseInt(page.group(1)) : 0;
    Reply answer = from == nextFrom ? next.join() : page(from);
    int after = from + PAGE < stored ? from + PAGE : 0;
    nextFrom = after;
    next = CompletableFuture.supplyAsync(() -> page(after));
    return answer;
  }

  private Reply page(int from) {
    int to = Math.min(from + PAGE, stored);
    return new Reply.Json(
        IntStream.range(from, to)
            .mapToObj(SampleEvents::json)
            .collect(
                Collectors.joining(
                    ",",
                    "{\"items\":[",
                    "],\"next_page_id\":" + (to < stored ? "\"" + to + "\"" : "null") + "}")));
  }
}
