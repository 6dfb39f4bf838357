package io.github.openhands4j.core.internal.http;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;

/**
 * The two OkHttp clients of a transport: one that reuses connections, and one that never does, for
 * requests that must not be lost on a connection the server has just closed.
 *
 * <p>Threads are daemons and end, like idle connections, after a few seconds without work: an
 * unclosed client leaves nothing behind, and no connection outlives the five seconds after which
 * the server drops it.
 */
final class OkHttpClients implements AutoCloseable {

  private static final Duration IDLE = Duration.ofSeconds(4);
  private static final int MOST_CALLS = 256;

  private final AtomicInteger threads = new AtomicInteger();
  private final ThreadPoolExecutor executor;
  private final OkHttpClient reusing;
  private final OkHttpClient fresh;

  OkHttpClients(Duration connectTimeout, OriginGuard origin, AddressGuard addresses) {
    executor =
        new ThreadPoolExecutor(
            0,
            Integer.MAX_VALUE,
            IDLE.toMillis(),
            TimeUnit.MILLISECONDS,
            new SynchronousQueue<>(),
            this::daemon);
    Dispatcher dispatcher = new Dispatcher(executor);
    dispatcher.setMaxRequests(MOST_CALLS);
    dispatcher.setMaxRequestsPerHost(MOST_CALLS);
    OkHttpClient stock = new OkHttpClient();
    reusing =
        new OkHttpClient.Builder()
            .sslSocketFactory(
                new PromptTls(stock.sslSocketFactory(), connectTimeout),
                Objects.requireNonNull(stock.x509TrustManager()))
            .dispatcher(dispatcher)
            .dns(addresses.names())
            .protocols(List.of(Protocol.HTTP_1_1))
            .retryOnConnectionFailure(false)
            .followRedirects(false)
            .followSslRedirects(false)
            .connectTimeout(connectTimeout)
            .readTimeout(Duration.ZERO) // the deadline of the call rules
            .writeTimeout(Duration.ZERO)
            .connectionPool(new ConnectionPool(32, IDLE.toMillis(), TimeUnit.MILLISECONDS))
            .eventListener(SendWatch.LISTENER)
            .addInterceptor(origin::beforeConnecting)
            .addInterceptor(addresses::beforeConnecting)
            .addNetworkInterceptor(origin)
            .addNetworkInterceptor(new HiddenResendGuard())
            .build();
    fresh =
        reusing.newBuilder().connectionPool(new ConnectionPool(0, 1, TimeUnit.NANOSECONDS)).build();
  }

  Call newCall(Request request) {
    boolean mayFindConnectionClosed =
        switch (request.method()) {
          case "GET", "HEAD", "OPTIONS" -> true;
          default -> false;
        };
    return (mayFindConnectionClosed ? reusing : fresh).newCall(request);
  }

  @Override
  public void close() {
    reusing.dispatcher().cancelAll();
    executor.shutdown();
    reusing.connectionPool().evictAll();
    fresh.connectionPool().evictAll();
  }

  private Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "openhands4j-http-" + threads.incrementAndGet());
    thread.setDaemon(true); // else the JVM would outlive its program by a minute
    return thread;
  }
}
