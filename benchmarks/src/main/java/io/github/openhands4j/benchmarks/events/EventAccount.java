package io.github.openhands4j.benchmarks.events;

import io.github.openhands4j.benchmarks.server.Received;
import io.github.openhands4j.benchmarks.server.Reply;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** One conversation whose sandbox sleeps, with many stored events. Thread-safe. */
final class EventAccount implements Function<Received, Reply> {

  static final String ID = "0123456789abcdef0123456789abcdef";

  private static final int PAGE = 100;
  private static final Pattern SINCE = Pattern.compile("timestamp__gte=([^&]+)");
  private static final Pattern FROM = Pattern.compile("page_id=(\\d+)");

  private final AtomicInteger stored;

  EventAccount(int count) {
    this.stored = new AtomicInteger(count);
  }

  void grow(int by) {
    stored.addAndGet(by);
  }

  @Override
  public Reply apply(Received request) {
    String target = request.target();
    if (target.contains("/events/search")) {
      return new Reply.Json(page(target));
    }
    if (target.contains("/events?")) {
      return new Reply.Json(batch(target));
    }
    return new Reply.Json(SampleEvents.row(ID));
  }

  private String page(String target) {
    int count = stored.get();
    int first = find(SINCE, target).map(this::firstSince).orElse(0);
    int from = first + find(FROM, target).map(Integer::parseInt).orElse(0);
    int to = Math.min(from + PAGE, count);
    return SampleEvents.page(from, to, to < count ? to - first : null);
  }

  private int firstSince(String encoded) {
    String since = URLDecoder.decode(encoded, StandardCharsets.UTF_8);
    return (int)
        IntStream.range(0, stored.get())
            .takeWhile(n -> SampleEvents.time(n).compareTo(since) < 0)
            .count();
  }

  private static String batch(String target) {
    return Pattern.compile("id=([0-9a-f-]{36})")
        .matcher(target)
        .results()
        .map(id -> SampleEvents.json(SampleEvents.number(id.group(1))))
        .collect(Collectors.joining(",", "[", "]"));
  }

  private static Optional<String> find(Pattern pattern, String target) {
    Matcher found = pattern.matcher(target);
    return found.find() ? Optional.of(found.group(1)) : Optional.empty();
  }
}
