package io.github.openhands4j.benchmarks.events;

import io.github.openhands4j.benchmarks.server.Received;
import io.github.openhands4j.benchmarks.server.Reply;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One conversation whose sandbox sleeps, read page by page. While a page is read the next one is
 * made, on a thread of its own, so that readers wait as little as can be. For one reader at a time.
 */
final class StoredPages implements Function<Received, Reply> {

  private static final int PAGE = 100;
  private static final Pattern FROM = Pattern.compile("page_id=(\\d+)");
  private static final Reply ROW = new Reply.Json(SampleEvents.row(EventAccount.ID));

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
    return new Reply.Json(SampleEvents.page(from, to, to < stored ? to : null));
  }
}
