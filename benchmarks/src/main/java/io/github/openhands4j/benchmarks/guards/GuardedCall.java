package io.github.openhands4j.benchmarks.guards;

import feign.Request;
import io.github.openhands4j.core.ClientOptions;
import io.github.openhands4j.core.internal.http.CallTimes;
import io.github.openhands4j.core.internal.limits.RequestPass;
import io.github.openhands4j.core.internal.limits.SharedLimitsRegistry;
import io.github.openhands4j.core.internal.resilience.Calls;
import io.github.openhands4j.core.internal.resilience.OperationClass;
import io.github.openhands4j.core.internal.time.TimeSource;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * A call that does nothing, with and without what stands around every call: its turn in the budget
 * of requests, deadline, retry context, times of the attempt, class of the operation. The
 * difference is their whole price when nothing goes wrong.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class GuardedCall {

  private final ClientOptions options =
      ClientOptions.builder()
          .baseUrl("http://127.0.0.1")
          .apiKey("not-a-key")
          .requestsPerMinute(90)
          .requestsPerSecond(8)
          .build();
  private final Calls calls = new Calls(options, TimeSource.system(), () -> 0.5);
  private final Request.Options times = CallTimes.within(options, options.readTimeout());
  private final RequestPass pass = new SharedLimitsRegistry(new HurriedTime()).join(options);
  private final Work work = new Work(new Object());

  /** The call: it answers at once. */
  private record Work(Object answer) implements Function<Request.Options, Object> {

    @Override
    public Object apply(Request.Options given) {
      return answer;
    }
  }

  /** Created by the runner. */
  public GuardedCall() {}

  /**
   * The call alone.
   *
   * @return its answer
   */
  @Benchmark
  public Object without() {
    return work.apply(times);
  }

  /**
   * The call as this library makes it.
   *
   * @return its answer
   */
  @Benchmark
  public Object with() {
    pass.awaitTurn("GET /things", false, options.readTimeout());
    return calls.call(OperationClass.READ, work);
  }
}
