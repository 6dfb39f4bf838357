package io.github.openhands4j.core.internal.feign;

import com.fasterxml.jackson.databind.ObjectMapper;
import feign.ExceptionPropagationPolicy;
import feign.Feign;
import feign.Logger;
import feign.Retryer;
import io.github.openhands4j.core.ApiKey;
import io.github.openhands4j.core.AuthMode;
import io.github.openhands4j.core.ClientOptions;
import io.github.openhands4j.core.internal.http.AddressGuard;
import io.github.openhands4j.core.internal.http.CallTimes;
import io.github.openhands4j.core.internal.http.HttpTransport;
import io.github.openhands4j.core.internal.json.Json;
import io.github.openhands4j.core.internal.json.ServerMessages;
import io.github.openhands4j.core.internal.time.ServerClock;
import io.github.openhands4j.core.internal.time.TimeSource;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Makes the Feign proxies of a client, all on one transport. Feign's own retries are off; its
 * exceptions never come out.
 */
public final class FeignClients implements AutoCloseable {

  /** An agent server sets no limits; these only keep loops from running wild. */
  private static final int REQUESTS_PER_MINUTE = 60_000;

  private static final int REQUESTS_PER_SECOND = 1_000;

  private final ClientOptions options;
  private final URI server;
  private final HttpTransport transport;
  private final ObjectMapper mapper;
  private final ServerClock serverClock;
  private final CallView view;
  private final Map<Class<?>, ApiShape> shapes;

  /**
   * Clients for the server and key of the options, on the machine's time.
   *
   * @param options the client's options
   */
  public FeignClients(ClientOptions options) {
    this(options, TimeSource.system());
  }

  /**
   * Clients for the server and key of the options.
   *
   * @param options the client's options
   * @param time our clock, which the server's is compared with
   */
  public FeignClients(ClientOptions options, TimeSource time) {
    this(options, time, AddressGuard.NONE);
  }

  private FeignClients(ClientOptions options, TimeSource time, AddressGuard addresses) {
    this.options = options;
    this.server = options.baseUrl();
    this.serverClock = new ServerClock(time);
    this.transport = new HttpTransport(options, serverClock, addresses);
    this.mapper = Json.mapper(options.maxAnswerBytes());
    this.view = CallView.NONE;
    this.shapes = new ConcurrentHashMap<>();
  }

  private FeignClients(FeignClients others, ClientOptions options, CallView view) {
    this.options = options;
    this.server = others.server;
    this.serverClock = others.serverClock;
    this.transport = others.transport;
    this.mapper = others.mapper;
    this.view = view;
    this.shapes = others.shapes;
  }

  /**
   * Clients of the same server whose calls differ, on the same transport and clock, which they are
   * closed with.
   *
   * @param changed gives the times
   * @param differences how the calls differ
   * @return the other clients
   */
  public FeignClients with(ClientOptions changed, CallView differences) {
    return new FeignClients(this, changed, differences);
  }

  /**
   * Clients for another server, which the configured one named: on a transport of their own, that
   * knows that server's key only and looks at the addresses it connects to.
   *
   * @param options the options for the configured server; its times and sizes hold here too, its
   *     key and its budget of requests do not
   * @param named the address it named
   * @param key the key it named for it
   * @param time our clock
   * @return the clients, to be closed
   */
  public static FeignClients beside(ClientOptions options, URI named, ApiKey key, TimeSource time) {
    ClientOptions there =
        options.toBuilder()
            .baseUrl(named)
            .apiKey(key)
            .auth(AuthMode.SESSION_KEY)
            .allowPlainHttp(true) // the guard decides about that
            .requestsPerMinute(REQUESTS_PER_MINUTE)
            .requestsPerSecond(REQUESTS_PER_SECOND)
            .build();
    return new FeignClients(there, time, AddressGuard.beside(options, named));
  }

  /**
   * A proxy of a Feign interface.
   *
   * @param api the interface
   * @param <T> the interface
   * @return a thread-safe proxy that throws this library's exceptions only
   */
  public <T> T target(Class<T> api) {
    ApiShape shape = shape(api);
    ServerCalls calls =
        new ServerCalls(
            server.toString(),
            view.over(transport),
            new AnswerDecoder(mapper),
            new ApiErrorDecoder(new ServerMessages(mapper)),
            CallTimes.within(options, options.readTimeout()));
    return Feign.builder()
        .contract(any -> shape.operations())
        .client(calls.client())
        .encoder(new BodyEncoder(mapper))
        .decoder(calls.decoder())
        .doNotCloseAfterDecode() // what was read whole needs no closing, the rest is the caller's
        .errorDecoder(calls.errorDecoder())
        .retryer(Retryer.NEVER_RETRY)
        .options(calls.times())
        .exceptionPropagationPolicy(ExceptionPropagationPolicy.UNWRAP)
        .logLevel(Logger.Level.NONE)
        .invocationHandlerFactory(new DirectReads(shape.reads(), calls, new OwnExceptions()))
        .target(new ServerTarget<>(api, calls.url()));
  }

  /** One for all views, which may be made by the thousand. */
  ApiShape shape(Class<?> api) {
    return shapes.computeIfAbsent(api, ApiShape::of);
  }

  /**
   * The JSON set-up of these clients.
   *
   * @return the mapper, shared and not to be changed
   */
  public ObjectMapper mapper() {
    return mapper;
  }

  /**
   * The time at the server, as the answers to these clients tell it.
   *
   * @return a clock that learns from each answer
   */
  public ServerClock serverClock() {
    return serverClock;
  }

  /**
   * What all proxies of these clients hold.
   *
   * @return the transport
   */
  public HttpTransport transport() {
    return transport;
  }

  /** Closes the transport. */
  @Override
  public void close() {
    transport.close();
  }
}
