package io.github.openhands4j.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;

/**
 * The limiter that every self-hosted server has: of the requests of the last second ten are taken,
 * the next ten are answered late, the rest is refused. Refused ones count too.
 */
final class SelfHostedLimit implements Limiter {

  private static final int TAKEN = 10;
  private static final int LATE = 20;
  private static final Duration WINDOW = Duration.ofSeconds(1);
  private static final Pattern EXEMPT = Pattern.compile("/api/v1/sandboxes/[^/]+/resume/?");

  private final Deque<Instant> lately = new ArrayDeque<>();

  @Override
  public Verdict judge(String method, String path, Instant now) {
    if (path.startsWith("/assets") || (method.equals("POST") && EXEMPT.matcher(path).matches())) {
      return Verdict.TAKEN;
    }
    lately.removeIf(each -> !each.isAfter(now.minus(WINDOW)));
    lately.add(now);
    if (lately.size() > LATE) {
      return new Verdict(Reply.tooManyRequests(), Duration.ZERO);
    }
    return lately.size() > TAKEN ? new Verdict(null, WINDOW) : Verdict.TAKEN;
  }
}
