package io.github.openhands4j.core.internal.http;

import feign.Request;
import io.github.openhands4j.core.ErrorCode;
import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.core.TransportException;
import io.github.openhands4j.core.UnreadableAnswerException;
import java.io.IOException;
import java.net.ProtocolException;
import java.util.Objects;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/** Makes this library's exceptions of what goes wrong below. */
final class TransportFailures {

  private TransportFailures() {}

  static okhttp3.Request guarded(
      String operation,
      Request request,
      @Nullable Upload upload,
      String userAgent,
      KeyHeaders key) {
    try {
      return OkHttpRequests.of(request, upload, userAgent, key);
    } catch (IOException unreadable) {
      throw new TransportException(
          ErrorCode.CONTENT_UNREADABLE,
          operation + " was not sent: its content cannot be read.",
          false,
          unreadable);
    } catch (IllegalArgumentException withTheValueInItsMessage) {
      throw new TransportException(
          ErrorCode.NOT_SENT,
          operation + " was not sent: a header or the URL holds characters that are not allowed.",
          false,
          null);
    }
  }

  /**
   * What a call ended with. An error of the JVM, of whatever kind, is thrown as it is once the
   * request may have been sent; before that, it is the cause of the exception that says so, since
   * whoever keeps count of sent requests must not take it for an unknown outcome.
   */
  static OpenHandsException of(String operation, SendWatch watch, Throwable cause) {
    if (cause instanceof OriginGuard.OriginRefused) {
      return new TransportException(
          ErrorCode.ORIGIN_REFUSED,
          operation + " was not sent: it is not for the configured base URL.",
          false,
          cause);
    }
    if (cause instanceof AddressGuard.AddressRefused) {
      return new TransportException(
          ErrorCode.ADDRESS_REFUSED,
          operation
              + " was not sent: "
              + cause.getMessage()
              + ". See docs/errors.md for the addresses an agent server may have.",
          false,
          cause);
    }
    if (cause instanceof Exchange.TooLarge tooLarge) {
      return new UnreadableAnswerException(
          ErrorCode.ANSWER_TOO_LARGE,
          tooLarge.status(),
          operation + ": " + tooLarge.getMessage() + ".",
          cause);
    }
    if (cause instanceof OpenContent.Failure failure) {
      return new TransportException(
          ErrorCode.CONTENT_UNREADABLE,
          operation
              + ": its content "
              + failure.getMessage()
              + ". The request ended before it was whole.",
          watch.mayHaveBeenSent(),
          Objects.requireNonNullElse(failure.getCause(), failure));
    }
    if (cause instanceof Error error && watch.mayHaveBeenSent()) {
      throw error;
    }
    Throwable shown = withoutTextOfTheServer(cause);
    return watch.mayHaveBeenSent()
        ? new TransportException(
            ErrorCode.CONNECTION_LOST,
            operation
                + ": the connection broke before the answer was complete ("
                + shown.getClass().getSimpleName()
                + ").",
            true,
            shown)
        : notSent(operation, watch, shown);
  }

  /** OkHttp quotes what is not HTTP, and whole names of certificates: they may hold anything. */
  static Throwable withoutTextOfTheServer(Throwable cause) {
    Throwable shown = cause;
    if (cause instanceof ProtocolException) {
      shown = new ProtocolException("what the server sent is not HTTP");
    } else if (cause instanceof SSLPeerUnverifiedException) {
      shown = new SSLPeerUnverifiedException("the certificate is of another host");
    }
    if (shown != cause) {
      shown.setStackTrace(cause.getStackTrace());
    }
    return shown;
  }

  private static TransportException notSent(String operation, SendWatch watch, Throwable cause) {
    String distrust = TlsFailures.reason(cause);
    if (distrust != null) {
      return new TransportException(
          ErrorCode.TLS_REFUSED,
          operation + ": the server is not talked to: " + distrust + ". Nothing was sent.",
          false,
          cause);
    }
    // OkHttp has no type of its own for what a proxy answers to CONNECT.
    if (watch.proxied() && cause.getClass() == IOException.class) {
      return new TransportException(
          ErrorCode.PROXY_REFUSED,
          operation + ": the proxy on the way refuses to connect. Nothing was sent.",
          false,
          cause);
    }
    return new TransportException(
        ErrorCode.NOT_SENT,
        operation
            + ": no connection to the server ("
            + cause.getClass().getSimpleName()
            + "). Nothing was sent. Check the base URL and the network.",
        false,
        cause);
  }
}
