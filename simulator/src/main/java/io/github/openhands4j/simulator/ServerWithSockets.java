package io.github.openhands4j.simulator;

import com.github.tomakehurst.wiremock.core.Options;
import com.github.tomakehurst.wiremock.http.AdminRequestHandler;
import com.github.tomakehurst.wiremock.http.StubRequestHandler;
import com.github.tomakehurst.wiremock.jetty12.Jetty12HttpServer;

/** WireMock's server with a door for sockets in front. */
final class ServerWithSockets extends Jetty12HttpServer {

  /** Does not listen yet. */
  ServerWithSockets(
      Options options,
      AdminRequestHandler adminRequestHandler,
      StubRequestHandler stubRequestHandler,
      SocketHub sockets) {
    super(options, adminRequestHandler, stubRequestHandler);
    jettyServer.setHandler(new SocketDoor(jettyServer.getHandler(), sockets));
  }
}
