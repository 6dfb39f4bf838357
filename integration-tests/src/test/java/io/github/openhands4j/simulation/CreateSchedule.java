package io.github.openhands4j.simulation;

import io.github.openhands4j.compat.CompatOptions;
import io.github.openhands4j.compat.internal.backend.V1Backend;
import io.github.openhands4j.core.ClientOptions;
import io.github.openhands4j.core.ErrorCode;
import io.github.openhands4j.core.StartHandle;
import io.github.openhands4j.core.StartJournal;
import io.github.openhands4j.core.TransportException;
import io.github.openhands4j.core.internal.json.Json;
import io.github.openhands4j.core.internal.limits.RetryTokens;
import io.github.openhands4j.core.internal.resilience.Calls;
import io.github.openhands4j.core.internal.time.ServerClock;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.v0.CreateConversationRequest;
import io.github.openhands4j.model.v1.AppConversationStartTask;
import io.github.openhands4j.v0.OpenHandsV0Client;
import io.github.openhands4j.v0.V0BackendInfo;
import io.github.openhands4j.v0.V0Exception;
import io.github.openhands4j.v0.V0StartOutcomeUnknownException;
import io.github.openhands4j.v1.Conversations;
import io.github.openhands4j.v1.OpenHandsClient;
import io.github.openhands4j.v1.Start;
import io.github.openhands4j.v1.StartRequest;
import io.github.openhands4j.v1.api.V1Api;
import io.github.openhands4j.v1.internal.start.StartAction;
import io.github.openhands4j.v1.internal.start.StartDriver;
import io.github.openhands4j.v1.internal.start.StreamPatience;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * An old program whose creates go through the adapter, and which repeats each that fails a few
 * times, whatever it is told.
 */
final class CreateSchedule {

  private static final int MOST_TRIES = 4;
  private static final ClientOptions OPTIONS =
      ClientOptions.builder()
          .baseUrl("http://127.0.0.1:1")
          .noApiKey()
          .readyTimeout(Duration.ofMinutes(2))
          .build();

  private final Chance chance;
  private final ClientPlan plan;
  private final ClientTime time;
  private final ModelWire wire;
  private final ModelStarts starts;
  private final Mistake mistake;
  private final Supplier<OpenHandsV0Client> newBackend;
  private final Map<Created, Long> seen = new EnumMap<>(Created.class);
  private OpenHandsV0Client backend;
  private boolean interruptedLast;

  private CreateSchedule(long seed, Mistake mistake) {
    this.mistake = mistake;
    this.chance = new Chance(seed);
    this.plan = ClientPlan.of(chance);
    this.time = new ClientTime(chance, plan.clockSkewNanos(), plan.interrupts());
    ServerClock clock = new ServerClock(time);
    this.wire = new ModelWire(time, chance, plan, clock, ModelStarts.REFUSALS);
    this.starts = new ModelStarts(time, chance, plan, wire);
    ClientOptions options = options();
    V1Api api = ModelApi.ofStarts(starts);
    StartDriver driver =
        new StartDriver(
            api,
            new Calls(options, time, chance::share, new RetryTokens()),
            Json.mapper(1_000_000),
            options,
            time,
            clock,
            chance::share,
            StreamPatience.USUAL);
    this.newBackend =
        () ->
            new V1Backend(
                client(driver, api, options),
                CompatOptions.builder().build(),
                new V0BackendInfo("v1", "test", "here"),
                time);
    this.backend = newBackend.get();
  }

  private ClientOptions options() {
    boolean slow = mistake == Mistake.TAKES_ITS_TIME;
    return OPTIONS.toBuilder()
        .maxRunning(mistake == Mistake.EXCEEDS_THE_LIMIT ? 0 : plan.maxRunning())
        .startTimeout(OPTIONS.startTimeout().multipliedBy(slow ? 4 : 1))
        .journal(StartJournal.inMemory())
        .build();
  }

  private static OpenHandsClient client(StartDriver driver, V1Api api, ClientOptions options) {
    Conversations conversations =
        ModelApi.door(
            Conversations.class,
            Map.of(
                "start",
                arguments -> start(driver, (StartRequest) arguments[0]),
                "resolve",
                arguments -> {
                  StartHandle handle = (StartHandle) arguments[0];
                  return live(handle, driver.resolve(handle));
                }));
    return ModelApi.door(
        OpenHandsClient.class,
        Map.of(
            "conversations",
            none -> conversations,
            "api",
            none -> api,
            "options",
            none -> options,
            "withOptions",
            none -> ModelApi.door(OpenHandsClient.class, Map.of()))); // for lists: nobody lists
  }

  private static Start start(StartDriver driver, StartRequest request) {
    StartHandle handle = driver.newHandle(request.body());
    return live(handle, driver.start(handle, request.body()));
  }

  private static Start live(StartHandle handle, StartAction.Succeed found) {
    return ModelApi.door(
        Start.class,
        Map.of(
            "handle",
            none -> handle,
            "conversationId",
            none -> Optional.of(handle.conversationId()),
            "startTask",
            none -> Optional.ofNullable(found.task()),
            "duplicates",
            none -> found.duplicates().stream().map(AppConversationStartTask::id).toList()));
  }

  /** Runs it; throws {@link BrokenPromiseException} when a promise does not hold. */
  static Map<Created, Long> run(long seed, Mistake mistake) {
    return new CreateSchedule(seed, mistake).run();
  }

  private Map<Created, Long> run() {
    for (int job = 0; job < plan.jobs(); job++) {
      time.pass(chance.upTo(Nanos.MINUTE));
      boolean done = false;
      for (int tries = 0; tries < MOST_TRIES && !done; tries++) {
        done = create(job);
        time.requireKept(interruptedLast);
        wire.requireUnbroken();
        time.pass(chance.upTo(30 * Nanos.SECOND));
      }
      if (!done) {
        add(Created.GIVEN_UP);
      }
    }
    return seen;
  }

  private boolean create(int job) {
    long before = starts.count(job);
    long began = time.nanoTime();
    starts.called(job);
    try {
      String id = call(job);
      if (!starts.isOf(job, ConversationId.parse(id))) {
        wire.broken(Promise.TRUE_ANSWER, "job " + job + " is given the id " + id);
      }
      boolean anew = starts.wasSentByTheLastCall();
      add(!anew ? Created.FOUND_BY_A_REPEAT : before > 0 ? Created.STARTED_ANEW : Created.AT_ONCE);
      return true;
    } catch (V0StartOutcomeUnknownException unknown) {
      UserText.requireNoneIn(unknown);
      Attempts.requireKept(starts.failuresOfTheLastCall(), unknown);
      if (unknown.conversationId().isEmpty()) {
        wire.broken(Promise.NEVER_LOST, "job " + job + " ends without an id");
      }
      add(Created.UNKNOWN);
    } catch (V0Exception refused) {
      UserText.requireNoneIn(refused);
      if (starts.hasTheLastCall()) {
        wire.broken(Promise.NEVER_LOST, "job " + job + " is there and was said not to be");
      } else {
        Attempts.requireKept(starts.failuresOfTheLastCall(), refused);
      }
      add(Created.REFUSED);
    } finally {
      boolean flag = Thread.interrupted();
      if (flag) {
        add(Created.INTERRUPTED);
      }
      interruptedLast = flag;
      requireInTime(job, time.nanoTime() - began);
      if (plan.maxRunning() > 0 && time.nanoTime() - began >= 5 * Nanos.SECOND) {
        add(Created.WAITED_FOR_ROOM);
      }
    }
    return false;
  }

  private String call(int job) {
    if (mistake == Mistake.SENDS_AGAIN) {
      backend = newBackend.get(); // which knows nothing of the creates before
    }
    CreateConversationRequest request =
        CreateConversationRequest.builder().initialUserMsg(UserText.TEXT + " " + job).build();
    try {
      String id = backend.createConversation(request).conversationId();
      return mistake == Mistake.BELIEVES ? new ConversationId(chance.uuid()).hex() : id;
    } catch (V0StartOutcomeUnknownException unknown) {
      throw spoiled(unknown);
    } finally {
      if (mistake == Mistake.LOSES_THE_FLAG) {
        var unused = Thread.interrupted();
      }
    }
  }

  /** What a client that makes a mistake throws instead. */
  private V0Exception spoiled(V0StartOutcomeUnknownException unknown) {
    String id = unknown.conversationId().orElse(null);
    return switch (mistake) {
      case DENIES -> new V0Exception(ErrorCode.CONNECTION_LOST, 0, "", "Lost.", unknown);
      case FORGETS_ATTEMPTS -> new V0StartOutcomeUnknownException(id, Failures.lost());
      case SHOWS_WHAT_THE_USER_WROTE ->
          new V0StartOutcomeUnknownException(
              id, new TransportException(ErrorCode.CONNECTION_LOST, UserText.TEXT, true, unknown));
      default -> unknown;
    };
  }

  /**
   * A create asks for the one before, waits for room if it has to, sends and looks: each has its
   * limit.
   */
  private void requireInTime(int job, long took) {
    Duration limit =
        OPTIONS
            .resolveTimeout()
            .plus(plan.maxRunning() > 0 ? OPTIONS.readyTimeout() : Duration.ZERO)
            .plus(OPTIONS.startTimeout())
            .plus(OPTIONS.resolveTimeout());
    if (took > limit.toNanos() + 50 * Nanos.MILLI) {
      wire.broken(Promise.IN_TIME, "the create of job " + job + " took " + took / Nanos.MILLI);
    }
  }

  private void add(Created kind) {
    seen.merge(kind, 1L, Long::sum);
  }
}
