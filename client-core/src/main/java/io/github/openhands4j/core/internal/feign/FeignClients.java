package io.github.openhands4j.core.internal.feign;

import com.fasterxml.jackson.databind.ObjectMapper;
import feign.ExceptionPropagationPolicy;
import feign.Feign;
import feign.Logger;
import feign.Retryer;
import feign.jackson.JacksonEncoder;
import io.github.openhands4j.core.ClientOptions;
import io.github.openhands4j.core.internal.http.CallTimes;
import io.github.openhands4j.core.internal.http.HttpTransport;
import io.github.openhands4j.core.internal.json.Json;
import io.github.openhands4j.core.internal.json.ServerMessages;
import io.github.openhands4j.core.internal.time.ServerClock;
import io.github.openhands4j.core.internal.time.TimeSource;

/**
 * Makes the Feign proxies of a client, all on one transport. Feign's own retries are off; its
 * exceptions never come out.
 */
public final class FeignClients implements AutoCloseable {

  private final ClientOptions options;
  private final HttpTransport transport;
  private final ObjectMapper mapper;
  private final ServerClock serverClock;

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
    this.options = options;
    this.serverClock = new ServerClock(time);
    this.transport = new HttpTransport(options, serverClock);
    this.mapper = Json.mapper(options.maxAnswerBytes());
  }

  /**
   * A proxy of a Feign interface.
   *
   * @param api the interface
   * @param <T> the interface
   * @return a thread-safe proxy that throws this library's exceptions only
   */
  public <T> T target(Class<T> api) {
    return Feign.builder()
        .client(transport)
        .encoder(new JacksonEncoder(mapper))
        .decoder(new JsonDecoder(mapper))
        .errorDecoder(new ApiErrorDecoder(new ServerMessages(mapper)))
        .retryer(Retryer.NEVER_RETRY)
        .options(CallTimes.within(options, options.readTimeout()))
        .exceptionPropagationPolicy(ExceptionPropagationPolicy.UNWRAP)
        .logLevel(Logger.Level.NONE)
        .invocationHandlerFactory(new OwnExceptions())
        .target(api, options.baseUrl().toString());
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

  /** Closes the transport. */
  @Override
  public void close() {
    transport.close();
  }
}
