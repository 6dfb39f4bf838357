package io.github.openhands4j.simulator;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.Options.ChunkedEncodingPolicy;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A random port of 127.0.0.1 at which one responder answers everything. */
final class Listener implements AutoCloseable {

  private final WireMockServer server;

  /**
   * Listens at once.
   *
   * @param keepAlive how long idle connections live
   */
  Listener(Responder responder, Duration keepAlive) {
    this(responder, keepAlive, null);
  }

  /**
   * Listens at once, for sockets too.
   *
   * @param keepAlive how long idle connections live
   * @param sockets lets sockets in, or null
   */
  Listener(Responder responder, Duration keepAlive, @Nullable SocketHub sockets) {
    WireMockConfiguration options =
        WireMockConfiguration.options()
            .bindAddress("127.0.0.1")
            .dynamicPort()
            .http2PlainDisabled(true)
            .gzipDisabled(true)
            .useChunkedTransferEncoding(ChunkedEncodingPolicy.NEVER)
            .disableRequestJournal()
            .jettyAcceptors(1)
            .containerThreads(60)
            .jettyIdleTimeout(keepAlive.toMillis())
            .jettyStopTimeout(200L)
            .extensions(responder);
    if (sockets != null) {
      options.httpServerFactory(
          (known, admin, stubs) -> new ServerWithSockets(known, admin, stubs, sockets));
    }
    this.server = new WireMockServer(options);
    server.start();
    server.stubFor(any(anyUrl()).willReturn(aResponse()));
  }

  /** Scheme, address and port. */
  URI url() {
    return URI.create("http://127.0.0.1:" + server.port());
  }

  /** Stops and frees the port; again does nothing. */
  @Override
  public void close() {
    if (server.isRunning()) {
      server.stop();
    }
  }
}
