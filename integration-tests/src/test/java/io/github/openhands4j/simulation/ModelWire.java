package io.github.openhands4j.simulation;

import feign.Request;
import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.core.internal.time.ServerClock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The way of one client's calls and their answers: they get lost, arrive late or as something else.
 */
final class ModelWire {

  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
          .withZone(ZoneOffset.UTC);

  private static final List<Supplier<OpenHandsException>> LOSSES =
      List.of(
          Failures::lost,
          Failures::cut,
          Failures::webPage,
          () -> Failures.gateway(502),
          () -> Failures.gateway(408),
          () -> Failures.gateway(409),
          () -> Failures.gateway(503),
          () -> Failures.gateway(429),
          () -> Failures.api(500));

  /** Something that may reach the server once. */
  static final class Once {
    private boolean undecided;
    private boolean arrived;
    private int attempts;
    private final List<OpenHandsException> failures = new ArrayList<>();

    /** Whether the server has it, now or some time. */
    boolean hasArrived() {
      return arrived;
    }

    /** Whether it may be there, for all that its sender was told. */
    boolean mayHaveArrived() {
      return arrived || undecided;
    }

    int attempts() {
      return attempts;
    }

    /** What its attempts ended with that did not succeed. */
    List<OpenHandsException> failures() {
      return failures;
    }
  }

  private final ClientTime time;
  private final Chance chance;
  private final ClientPlan plan;
  private final ServerClock clock;
  private final List<Integer> refusals;
  private @Nullable BrokenPromiseException broken;

  ModelWire(
      ClientTime time, Chance chance, ClientPlan plan, ServerClock clock, List<Integer> refusals) {
    this.time = time;
    this.chance = chance;
    this.plan = plan;
    this.clock = clock;
    this.refusals = refusals;
  }

  /** A promise did not hold; to be thrown when the call is over, which would catch it. */
  void broken(Promise promise, String what) {
    broken = broken == null ? new BrokenPromiseException(promise, what) : broken;
  }

  void requireUnbroken() {
    if (broken != null) {
      throw broken;
    }
  }

  /** Carries a write; what the server does with it depends on when it arrives. */
  <T> T write(Once once, Request.Options options, LongFunction<T> server) {
    try {
      return carry(once, options, server);
    } catch (OpenHandsException failure) {
      once.failures.add(failure);
      throw failure;
    }
  }

  private <T> T carry(Once once, Request.Options options, LongFunction<T> server) {
    once.attempts++;
    if (chance.happens(plan.unreachable())) {
      time.pass(Math.min(chance.upTo(50 * Nanos.MILLI), limit(options)));
      throw Failures.notSent();
    }
    if (once.undecided) {
      broken(Promise.SENT_ONCE, "something is sent again that may have arrived");
    }
    once.undecided = true;
    double refused = plan.limited() + plan.refused();
    if (chance.happens(refused)) {
      boolean limited = chance.happens(plan.limited() / refused);
      OpenHandsException refusal =
          limited ? Failures.limited(chance.below(4)) : Failures.api(chance.oneOf(refusals));
      answered(chance.upTo(200 * Nanos.MILLI), options);
      once.undecided = false;
      throw refusal;
    }
    boolean lost = chance.happens(plan.lostRequests());
    boolean late = chance.happens(plan.delayed());
    if (lost) {
      throw lose(options);
    }
    if (once.arrived) {
      broken(Promise.SENT_ONCE, "something arrives twice");
    }
    once.arrived = true;
    T answer = server.apply(time.nanoTime() + (late ? chance.upTo(2 * Nanos.MINUTE) : 0));
    if (late || chance.happens(plan.lostAnswers())) {
      throw lose(options);
    }
    answered(chance.upTo(Nanos.SECOND), options);
    return answer;
  }

  /** Carries a read. */
  <T> T read(Request.Options options, Supplier<T> server) {
    if (chance.happens(plan.disturbedReads())) {
      throw lose(options);
    }
    answered(chance.upTo(300 * Nanos.MILLI), options);
    return server.get();
  }

  /** No answer comes, or one that is none. */
  private OpenHandsException lose(Request.Options options) {
    pass(chance.happens(0.1) ? limit(options) : chance.upTo(2 * Nanos.SECOND), options);
    return chance.oneOf(LOSSES).get();
  }

  private void answered(long way, Request.Options options) {
    ServerClock.Reading sent = clock.reading();
    pass(way, options);
    clock.answered(sent, Set.of(HTTP_DATE.format(ClientTime.trueTime(time.nanoTime()))), Set.of());
  }

  /** Time passes, unless that of the call ends before. */
  private void pass(long way, Request.Options options) {
    long limit = limit(options);
    time.pass(Math.min(way, limit));
    if (way >= limit) {
      throw Failures.late(Duration.ofNanos(limit), true);
    }
  }

  private static long limit(Request.Options options) {
    return options.readTimeoutUnit().toNanos(options.readTimeout());
  }
}
