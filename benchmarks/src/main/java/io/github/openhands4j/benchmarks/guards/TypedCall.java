package io.github.openhands4j.benchmarks.guards;

import feign.Feign;
import feign.Request;
import feign.Retryer;
import feign.codec.Decoder;
import feign.jackson.JacksonDecoder;
import io.github.openhands4j.core.ClientOptions;
import io.github.openhands4j.core.internal.feign.JsonDecoder;
import io.github.openhands4j.core.internal.http.CallTimes;
import io.github.openhands4j.core.internal.json.Json;
import io.github.openhands4j.core.internal.resilience.Calls;
import io.github.openhands4j.core.internal.resilience.OperationClass;
import io.github.openhands4j.core.internal.time.TimeSource;
import io.github.openhands4j.model.v1.AppConversationStartTask;
import io.github.openhands4j.model.v1.StartTaskId;
import io.github.openhands4j.v1.api.StartTasksApi;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * A typed read of one start task through Feign, without a network: as stock Feign makes it with its
 * own JSON decoder, with this library's decoder, which looks at content type and first byte before
 * it parses, and with the guards around the call as well.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class TypedCall {

  private final ClientOptions options =
      ClientOptions.builder().baseUrl("http://127.0.0.1").apiKey("not-a-key").build();
  private final Calls calls = new Calls(options, TimeSource.system(), () -> 0.5);
  private final Request.Options times = CallTimes.within(options, options.readTimeout());
  private final List<StartTaskId> ids = List.of(StartTaskId.parse(MemoryClient.ID));
  private final StartTasksApi stock =
      api(new JacksonDecoder(Json.mapper(options.maxAnswerBytes())));
  private final StartTasksApi ours = api(new JsonDecoder(Json.mapper(options.maxAnswerBytes())));

  /** Created by the runner. */
  public TypedCall() {}

  private static StartTasksApi api(Decoder decoder) {
    return Feign.builder()
        .client(new MemoryClient())
        .decoder(decoder)
        .retryer(Retryer.NEVER_RETRY)
        .target(StartTasksApi.class, "http://127.0.0.1");
  }

  /**
   * Stock Feign.
   *
   * @return the task
   */
  @Benchmark
  public List<@Nullable AppConversationStartTask> stock() {
    return stock.batchGet(ids, times);
  }

  /**
   * With this library's decoder.
   *
   * @return the task
   */
  @Benchmark
  public List<@Nullable AppConversationStartTask> decoded() {
    return ours.batchGet(ids, times);
  }

  /**
   * With this library's decoder and the guards around the call.
   *
   * @return the task
   */
  @Benchmark
  public List<@Nullable AppConversationStartTask> guarded() {
    return calls.call(OperationClass.READ, given -> ours.batchGet(ids, given));
  }
}
