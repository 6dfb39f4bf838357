package io.github.openhands4j.core.internal.http;

import io.github.openhands4j.core.ApiKey;
import io.github.openhands4j.core.ClientOptions;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import okhttp3.Dispatcher;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * Opens WebSockets at one address that the configured server named: nowhere else, and only if the
 * machine there may be called. Its threads are daemons. Thread-safe.
 */
public final class EventSockets implements AutoCloseable {

  /** A peer that is gone is noticed after about twice this time. */
  private static final Duration PING = Duration.ofSeconds(20);

  private static final long IDLE_SECONDS = 4;

  private final URI named;
  private final long mostBytes;
  private final ThreadPoolExecutor executor;
  private final OkHttpClient client;

  /**
   * No socket yet.
   *
   * @param options the options for the configured server
   * @param named the address it named
   */
  public EventSockets(ClientOptions options, URI named) {
    this.named = named;
    this.mostBytes = options.maxAnswerBytes();
    this.executor =
        new ThreadPoolExecutor(
            0,
            Integer.MAX_VALUE,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            work -> new OwnThread("openhands4j-live-socket", work));
    this.client =
        OkHttpClients.guarded(
                options.connectTimeout(),
                new OriginGuard(Origin.of(named)),
                AddressGuard.beside(options, named))
            .addInterceptor(MessageBound::apply)
            .dispatcher(new Dispatcher(executor))
            .readTimeout(options.connectTimeout()) // until the socket stands; then pings rule
            .pingInterval(PING)
            .connectionPool(OkHttpClients.keepingNothing())
            .build();
  }

  /**
   * Opens a socket. Returns at once.
   *
   * @param path the path below the address, beginning with a slash
   * @param operation how messages name it: no id, no query
   * @param header the sandbox's key, for servers that take it in a header; else null
   * @param query the same, for servers that take it in the address only; else null
   * @param listener told what happens
   * @return the socket
   */
  public EventSocket open(
      String path,
      String operation,
      @Nullable ApiKey header,
      @Nullable ApiKey query,
      EventSocket.Listener listener) {
    HttpUrl.Builder url = Objects.requireNonNull(HttpUrl.parse(named + path)).newBuilder();
    if (query != null) {
      url.addQueryParameter("session_api_key", query.reveal());
    }
    Request.Builder request =
        new Request.Builder().url(url.build()).header("User-Agent", UserAgent.TEXT);
    if (header != null) {
      request.header("X-Session-API-Key", header.reveal());
    }
    return new EventSocket(
        client, request.build(), operation, new MessageBound(mostBytes), listener);
  }

  /** Ends all sockets. */
  @Override
  public void close() {
    client.dispatcher().cancelAll();
    executor.shutdown();
    client.connectionPool().evictAll();
  }
}
