package io.github.openhands4j.core.internal.http;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;

/**
 * The two OkHttp clients of a transport: one that reuses connections, and one that never does, for
 * requests that must not be lost on a connection the server has just closed.
 *
 * <p>Calls run on the threads of their callers. Idle connections end after a few seconds: an
 * unclosed client leaves nothing behind, and no connection outlives the five seconds after which
 * the server drops it.
 */
final class OkHttpClients implements AutoCloseable {

  private static final Duration IDLE = Duration.ofSeconds(4);

  private final Set<Call> open = ConcurrentHashMap.newKeySet();
  private final OkHttpClient reusing;
  private final OkHttpClient fresh;
  private volatile boolean closed;

  OkHttpClients(Duration connectTimeout, OriginGuard origin, AddressGuard addresses) {
    AddressGuard guard = addresses.through(NameLookup::new);
    reusing =
        guarded(connectTimeout, origin, guard)
            .readTimeout(Duration.ZERO) // the deadline of the call rules
            .writeTimeout(Duration.ZERO)
            .connectionPool(new ConnectionPool(32, IDLE.toMillis(), TimeUnit.MILLISECONDS))
            .eventListener(SendWatch.LISTENER)
            .addNetworkInterceptor(origin)
            .addNetworkInterceptor(new HiddenResendGuard())
            .build();
    fresh = reusing.newBuilder().connectionPool(keepingNothing()).build();
  }

  /**
   * A pool that closes each connection as soon as its call is over: it holds no idle one. Its time
   * is only how long it rests between two looks at connections in use; a short one would keep a
   * processor busy for as long as an answer takes or a socket stands.
   */
  static ConnectionPool keepingNothing() {
    return new ConnectionPool(0, 5, TimeUnit.MINUTES);
  }

  /** What holds for whatever this library connects to, and whatever it says there. */
  static OkHttpClient.Builder guarded(
      Duration connectTimeout, OriginGuard origin, AddressGuard addresses) {
    OkHttpClient stock = new OkHttpClient();
    return new OkHttpClient.Builder()
        .sslSocketFactory(
            new PromptTls(stock.sslSocketFactory(), connectTimeout),
            Objects.requireNonNull(stock.x509TrustManager()))
        .dns(addresses.names())
        .protocols(List.of(Protocol.HTTP_1_1))
        .retryOnConnectionFailure(false)
        .followRedirects(false)
        .followSslRedirects(false)
        .connectTimeout(connectTimeout)
        .addInterceptor(origin::beforeConnecting)
        .addInterceptor(addresses::beforeConnecting);
  }

  /** A time in OkHttp's form, for which nothing is no limit at all. */
  static long millis(Duration time) {
    return Math.max(1, time.toMillis());
  }

  Call newCall(Request request) {
    boolean mayFindConnectionClosed =
        switch (request.method()) {
          case "GET", "HEAD", "OPTIONS" -> true;
          default -> false;
        };
    return (mayFindConnectionClosed ? reusing : fresh).newCall(request);
  }

  /** Sends the request of a call, unless these clients are closed, and waits for the answer. */
  Response execute(Call call) throws IOException {
    open.add(call);
    if (closed) {
      call.cancel(); // the close did not see this call
    }
    return call.execute();
  }

  /** A call needs no end any more. */
  void over(Call call) {
    open.remove(call);
  }

  boolean isClosed() {
    return closed;
  }

  @Override
  public void close() {
    closed = true;
    open.forEach(Call::cancel);
    reusing.connectionPool().evictAll();
    fresh.connectionPool().evictAll();
  }
}
