package io.github.openhands4j.core.internal.http;

import feign.Client;
import feign.MethodMetadata;
import feign.Request;
import feign.Response;
import io.github.openhands4j.core.ClientClosedException;
import io.github.openhands4j.core.ClientOptions;
import io.github.openhands4j.core.DeadlineExceededException;
import io.github.openhands4j.core.internal.limits.RequestPass;
import io.github.openhands4j.core.internal.limits.SharedLimitsRegistry;
import io.github.openhands4j.core.internal.time.ServerClock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import okhttp3.Call;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one way out of this library: every request is sent at most once, to the configured origin
 * only, when the shared budget of requests has room, within a total deadline, with a bounded
 * answer, and ends when the calling thread is interrupted.
 *
 * <p>{@code Request.Options.readTimeout} is the deadline of the whole call; where the operation
 * returns a {@code StreamedAnswer}, of its beginning and of each silence in it. Failures are thrown
 * as this library's own exceptions, which say whether anything may have been sent. Thread-safe.
 */
public final class HttpTransport implements Client, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger("io.github.openhands4j.http");

  private final ClientOptions options;
  private final Origin origin;
  private final OkHttpClients clients;
  private final long maxBytes;
  private final String userAgent;
  private final RequestPass pass;
  private final ServerClock serverClock;
  private final Map<MethodMetadata, String> operations = new ConcurrentHashMap<>();
  private volatile KeyHeaders key = KeyHeaders.none();

  /**
   * A transport for the origin, key and limits of the options.
   *
   * @param options the client's options
   * @param serverClock learns the time from each answer
   */
  public HttpTransport(ClientOptions options, ServerClock serverClock) {
    this(options, serverClock, AddressGuard.NONE);
  }

  /**
   * A transport that looks at the addresses it connects to.
   *
   * @param options the client's options
   * @param serverClock learns the time from each answer
   * @param addresses lets the right ones through
   */
  public HttpTransport(ClientOptions options, ServerClock serverClock, AddressGuard addresses) {
    this.options = options;
    this.origin = Origin.of(options.baseUrl());
    this.clients = new OkHttpClients(options.connectTimeout(), new OriginGuard(origin), addresses);
    this.maxBytes = options.maxAnswerBytes();
    this.userAgent = UserAgent.TEXT;
    this.serverClock = serverClock;
    this.pass = SharedLimitsRegistry.ofProcess().join(options);
  }

  @Override
  public Response execute(Request request, Request.Options times) {
    long called = System.nanoTime();
    String operation = operation(request);
    Duration limit = Duration.of(times.readTimeout(), times.readTimeoutUnit().toChronoUnit());
    if (clients.isClosed()) {
      throw new ClientClosedException(null, false);
    }
    KeyHeaders headers = KeyHeaders.next(options, origin, key);
    key = headers;
    Upload upload = Upload.of(times);
    Call call =
        clients.newCall(TransportFailures.guarded(operation, request, upload, userAgent, headers));
    pass.awaitTurn(operation, isWrite(request), limit);
    long waited = System.nanoTime() - called;
    Duration left = left(operation, limit, waited);
    StreamLimits stream = StreamLimits.of(request, times);
    Duration whole = upload != null ? upload.total() : stream != null ? stream.total() : limit;
    Duration total = left(operation, whole, waited);
    Exchange exchange = new Exchange(this, request, operation, call, maxBytes);
    SendNotice.give(times);
    ServerClock.Reading sent = serverClock.reading();
    long begun = System.nanoTime();
    Response response =
        upload != null
            ? exchange.sent(upload, left, limit, total)
            : stream == null
                ? exchange.whole(left, limit)
                : exchange.streamed(stream, left, limit, total);
    serverClock.answered(sent, header(response, "date"), header(response, "age"));
    LOG.debug(
        "call finished [op={}, status={}, ms={}]",
        operation,
        response.status(),
        Duration.ofNanos(System.nanoTime() - begun).toMillis());
    return response;
  }

  private static Duration left(String operation, Duration limit, long passedNanos) {
    Duration left = limit.minusNanos(passedNanos);
    if (left.toMillis() <= 0) {
      throw new DeadlineExceededException(operation, limit, false, new TimeoutException());
    }
    return left;
  }

  /** Feign makes the path of a template anew each time it is asked for. */
  private String operation(Request request) {
    MethodMetadata method =
        request.requestTemplate() == null ? null : request.requestTemplate().methodMetadata();
    return method == null
        ? Operation.of(request)
        : operations.computeIfAbsent(method, any -> Operation.of(request));
  }

  OkHttpClients clients() {
    return clients;
  }

  /** Ends all calls and closes all connections. Calls made later fail at once. */
  @Override
  public void close() {
    pass.close();
    clients.close();
  }

  private static Collection<String> header(Response response, String name) {
    return response.headers().getOrDefault(name, List.of());
  }

  private static boolean isWrite(Request request) {
    return switch (request.httpMethod()) {
      case GET, HEAD, OPTIONS -> false;
      default -> true;
    };
  }
}
