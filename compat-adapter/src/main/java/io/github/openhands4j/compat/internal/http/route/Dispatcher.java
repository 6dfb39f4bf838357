package io.github.openhands4j.compat.internal.http.route;

import io.github.openhands4j.compat.V0Usage;
import io.github.openhands4j.compat.http.KeySource;
import io.github.openhands4j.compat.http.V0Request;
import io.github.openhands4j.compat.http.V0Response;
import io.github.openhands4j.compat.internal.http.schema.Place;
import io.github.openhands4j.compat.internal.http.schema.Problems;
import io.github.openhands4j.compat.internal.usage.UsageLine;
import io.github.openhands4j.compat.internal.usage.UsageMeter;
import io.github.openhands4j.core.ClientOptions;
import io.github.openhands4j.v0.OpenHandsV0Client;
import io.github.openhands4j.v0.V0Exception;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a request through its stations, in the server's order: route, key, form of the body, id,
 * validation, the typed call. Thread-safe.
 */
public final class Dispatcher implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger("io.github.openhands4j.compat");

  private final RouteTable table = new RouteTable();
  private final CallerKeys keys;
  private final ClientPool clients;
  private final BodyLimits bodies;
  private final UsageMeter meter;
  private final UsageLine line;

  /**
   * Creates a dispatcher.
   *
   * @param options server and limits
   * @param backend makes the client of a key
   * @param keys whose key counts
   * @param mostClients how many clients are kept
   * @param bodies how large bodies may be
   * @param meter counts; clients that count here too say nothing of it by themselves
   */
  public Dispatcher(
      ClientOptions options,
      Function<ClientOptions, OpenHandsV0Client> backend,
      KeySource keys,
      int mostClients,
      BodyLimits bodies,
      UsageMeter meter) {
    this.keys = new CallerKeys(keys, options);
    this.clients = new ClientPool(options, backend, mostClients);
    this.bodies = bodies;
    this.meter = meter;
    this.line = new UsageLine(meter, "router");
  }

  /**
   * Answers a request.
   *
   * @param request the request
   * @param prefix what its path may have before those of V0, without a slash at its end
   * @return its answer, to be closed
   */
  public V0Response answer(V0Request request, String prefix) {
    V0Response answer = unfailing(request, prefix);
    return request.method().equals("HEAD") ? withoutBody(answer) : answer;
  }

  /** Whatever a body or a target may throw: a server goes on. */
  private V0Response unfailing(V0Request request, String prefix) {
    try {
      return routed(request, Target.of(request.target(), prefix));
    } catch (RuntimeException failure) {
      LOG.warn("a V0 request is answered 500 [failure={}]", failure.getClass().getName());
      return Answers.crash();
    }
  }

  private V0Response routed(V0Request request, Target target) {
    if (Loop.isOne(request, target)) {
      return Answers.detail(404, Loop.EXPLANATION);
    }
    Optional<RouteTable.Match> match = table.find(request.method(), target.path());
    if (match.isEmpty()) {
      return table.around(target, meter);
    }
    Route route = match.get().route();
    try (RequestBody body = new RequestBody(request, bodies)) {
      Caller caller = keys.of(request, route.open());
      return carriedOut(route, call(body, target, match.get()), caller);
    } catch (Refusal refusal) {
      return refusal.answer();
    }
  }

  private Call call(RequestBody sent, Target target, RouteTable.Match match) {
    Route route = match.route();
    Object parsed = route.body().parse(sent);
    String id = match.path().get("id");
    if (id != null) {
      route.ids().check(id);
    }
    Problems problems = new Problems();
    Object query = route.query().read(target.query(), Place.QUERY, problems);
    Object body = route.body().read(parsed, problems);
    if (!problems.isEmpty()) {
      throw new Refusal(Answers.json(422, problems.body()));
    }
    Map<String, @Nullable Object> values = Call.object(query);
    return new Call(target, match.path(), values, body, meter);
  }

  private V0Response carriedOut(Route route, Call call, Caller caller) {
    ClientPool.@Nullable Lease lease = null;
    boolean streams = false;
    try {
      lease = clients.acquire(caller);
      V0Response answer = route.handler().answer(call, lease.client());
      streams = !answer.headers().containsKey("Content-Length");
      return streams ? leased(answer, lease) : answer;
    } catch (V0Exception failure) {
      return Failures.answer(failure, route, call);
    } catch (RuntimeException failure) {
      LOG.warn(
          "a V0 request is answered 500 [method={}, path={}, failure={}, at={}]",
          route.method(),
          route.template().text(),
          failure.getClass().getName(), // its message may repeat what was sent
          failure.getStackTrace().length == 0 ? "unknown" : failure.getStackTrace()[0]);
      return Answers.crash();
    } finally {
      if (lease != null && !streams) {
        lease.close();
      }
    }
  }

  private static V0Response leased(V0Response answer, ClientPool.Lease lease) {
    return Answers.withBody(answer, new LeasedStream(answer.body(), lease));
  }

  private static V0Response withoutBody(V0Response answer) {
    return Answers.withBody(answer, InputStream.nullInputStream());
  }

  /**
   * What was called so far.
   *
   * @return the counts
   */
  public V0Usage usage() {
    return meter.read();
  }

  /** Closes all clients and tells what was called. */
  @Override
  public void close() {
    try {
      clients.close(); // ends what is under way, which counts too
    } finally {
      line.tell();
    }
  }
}
