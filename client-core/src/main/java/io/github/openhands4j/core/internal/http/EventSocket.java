package io.github.openhands4j.core.internal.http;

import io.github.openhands4j.core.ErrorCode;
import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.core.TransportException;
import io.github.openhands4j.core.UnreadableAnswerException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** One WebSocket, on which texts arrive. Its listener hears of the end once. Thread-safe. */
public final class EventSocket implements AutoCloseable {

  private static final int NORMAL = 1000;

  /** Told what happens to a socket, on its thread: it must return quickly. */
  public interface Listener {

    /**
     * The server took the connection.
     *
     * @param answers sends a text to the server
     */
    void opened(Consumer<String> answers);

    /**
     * A text arrived.
     *
     * @param text the text
     */
    void arrived(String text);

    /**
     * The socket is closed, or was never open.
     *
     * @param code the code the server closed it with, or the HTTP status of a refusal; 0 if the
     *     connection broke
     * @param failure what happened, without text of the server
     */
    void ended(int code, OpenHandsException failure);
  }

  private final AtomicBoolean ended = new AtomicBoolean();
  private final String operation;
  private final Listener listener;
  private final MessageBound bound;
  private final WebSocket socket;

  /** Its listener may be told before this is made. */
  EventSocket(
      WebSocket.Factory sockets,
      Request request,
      String operation,
      MessageBound bound,
      Listener listener) {
    this.operation = operation;
    this.listener = listener;
    this.bound = bound;
    Request bounded = request.newBuilder().tag(MessageBound.class, bound).build();
    this.socket = sockets.newWebSocket(bounded, new Ears());
  }

  /** Closes it; its listener hears nothing more. */
  @Override
  public void close() {
    ended.set(true);
    boolean unused = socket.close(NORMAL, null);
    socket.cancel();
  }

  private void end(int code, @Nullable Throwable cause) {
    if (ended.compareAndSet(false, true)) {
      listener.ended(code, failure(code, cause));
    }
  }

  private OpenHandsException failure(int code, @Nullable Throwable cause) {
    if (cause instanceof AddressGuard.AddressRefused) {
      return new TransportException(
          ErrorCode.ADDRESS_REFUSED,
          operation + " was not sent: " + cause.getMessage() + ".",
          false,
          cause);
    }
    if (cause instanceof MessageBound.MessageTooLarge) {
      return new UnreadableAnswerException(
          ErrorCode.ANSWER_TOO_LARGE, 101, operation + ": " + cause.getMessage() + ".", cause);
    }
    return new TransportException(
        ErrorCode.CONNECTION_LOST,
        operation
            + (code == 0
                ? ": the connection broke"
                : ": the server ended the connection with " + code)
            + (cause == null ? "." : " (" + cause.getClass().getSimpleName() + ")."),
        true,
        null);
  }

  private final class Ears extends WebSocketListener {

    @Override
    public void onOpen(WebSocket opened, Response response) {
      listener.opened(
          text -> {
            boolean unused = opened.send(text); // the end of the socket is told anyway
          });
    }

    @Override
    public void onMessage(WebSocket from, String text) {
      bound.whole();
      if (!ended.get()) {
        listener.arrived(text);
      }
    }

    @Override
    public void onMessage(WebSocket from, ByteString bytes) {
      bound.whole();
    }

    @Override
    public void onClosing(WebSocket closing, int code, String reason) {
      boolean unused = closing.close(NORMAL, null);
      end(code, null);
    }

    @Override
    public void onFailure(WebSocket failed, Throwable cause, @Nullable Response response) {
      end(response == null ? 0 : response.code(), cause);
    }
  }
}
