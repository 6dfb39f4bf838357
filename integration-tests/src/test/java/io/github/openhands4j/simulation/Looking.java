package io.github.openhands4j.simulation;

import io.github.openhands4j.core.ClientOptions;
import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.core.internal.limits.RetryTokens;
import io.github.openhands4j.core.internal.resilience.Calls;
import io.github.openhands4j.core.internal.time.Deadline;
import io.github.openhands4j.core.internal.time.ServerClock;
import io.github.openhands4j.core.internal.time.TimeSource;
import io.github.openhands4j.v1.internal.start.StartInput;
import io.github.openhands4j.v1.internal.start.StartLookUp;
import io.github.openhands4j.v1.internal.start.StartTimes;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * The looks for a start: the product's own look, which sees the server as it is at one moment; the
 * time its repeats take is added afterwards.
 */
final class Looking {

  static final Duration LIMIT = Duration.ofSeconds(30);

  private static final ClientOptions OPTIONS =
      ClientOptions.builder().baseUrl("http://127.0.0.1:1").noApiKey().build();

  private final World world;
  private final Moment time;
  private final StartLookUp lookUp;

  Looking(World world) {
    this.world = world;
    this.time = new Moment(world.timeline());
    // worlds share no tokens
    Calls calls = new Calls(OPTIONS, time, () -> world.chance().share(), new RetryTokens());
    StartTimes times = new StartTimes(time, new ServerClock(time));
    this.lookUp = new StartLookUp(ModelApi.of(world.reads()), calls, times, OPTIONS.baseUrl());
  }

  /** A moment of virtual time, and the waits within it. */
  private static final class Moment implements TimeSource {

    private final Timeline timeline;
    private long waited;

    Moment(Timeline timeline) {
      this.timeline = timeline;
    }

    @Override
    public long nanoTime() {
      return timeline.now() + waited;
    }

    @Override
    public Instant now() {
      return timeline.wallClock().plusNanos(waited);
    }

    @Override
    public void sleep(Duration duration) {
      waited += duration.toNanos();
    }
  }

  /** One look for a start that has been looked for since a moment; ends within the limit. */
  void look(Job job, long since, Consumer<StartInput> done) {
    Duration limit = world.protocol().limitOfLooks();
    long left = since + limit.toNanos() - world.now();
    boolean slow = world.chance().happens(world.plan().disturbedReads() / 4);
    long way = world.chance().upTo(slow ? 20 * Nanos.SECOND : 200 * Nanos.MILLI);
    if (way >= left) {
      OpenHandsException late = Failures.late(limit, true);
      world.timeline().in(Math.max(left, 0), () -> done.accept(new StartInput.LookFailed(late)));
      return;
    }
    world
        .timeline()
        .in(
            way,
            () -> {
              time.waited = 0;
              StartInput seen = see(job, since);
              world.timeline().in(time.waited, () -> done.accept(seen));
            });
  }

  private StartInput see(Job job, long since) {
    try {
      return lookUp.look(job.handle, new Deadline(time, world.protocol().limitOfLooks(), since));
    } catch (OpenHandsException failure) {
      return new StartInput.LookFailed(failure);
    }
  }
}
