package io.github.openhands4j.simulator;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.concurrent.Executor;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpStream;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Stands before all other handlers and makes sockets of the requests that want to be some. */
final class SocketDoor extends Handler.Wrapper {

  private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
  private static final int SWITCHING = 101;

  private final SocketHub hub;

  /** In front of a handler. */
  SocketDoor(Handler behind, SocketHub hub) {
    super(behind);
    this.hub = hub;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    if (!"websocket".equalsIgnoreCase(request.getHeaders().get(HttpHeader.UPGRADE))) {
      return super.handle(request, response, callback);
    }
    SocketHub.Admission admission =
        hub.admit(
            Target.parse(request.getHttpURI().getPathQuery()),
            request.getHeaders().get(SandboxGate.HEADER),
            request.getHeaders().getFieldNamesCollection());
    if (admission.status() != SWITCHING) {
      response.setStatus(admission.status());
      response.getHeaders().put(HttpHeader.CONNECTION, "close");
      callback.succeeded();
      return true;
    }
    EndPoint endPoint = request.getConnectionMetaData().getConnection().getEndPoint();
    Executor executor = request.getComponents().getExecutor();
    request.setAttribute(
        HttpStream.UPGRADE_CONNECTION_ATTRIBUTE,
        new SocketConnection(endPoint, executor, admission.visitor()));
    response.setStatus(SWITCHING);
    response.getHeaders().put(HttpHeader.UPGRADE, "websocket");
    response.getHeaders().put(HttpHeader.CONNECTION, "Upgrade");
    response
        .getHeaders()
        .put("Sec-WebSocket-Accept", accept(request.getHeaders().get("Sec-WebSocket-Key")));
    callback.succeeded();
    return true;
  }

  private static String accept(String key) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-1")
              .digest((key + MAGIC).getBytes(StandardCharsets.ISO_8859_1));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
