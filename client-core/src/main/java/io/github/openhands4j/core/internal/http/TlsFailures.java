package io.github.openhands4j.core.internal.http;

import java.io.IOException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/** Why a server was not trusted or not understood: what no repetition mends. */
final class TlsFailures {

  private TlsFailures() {}

  /** The reason in words; null if the handshake merely broke off, which may pass by. */
  static @Nullable String reason(Throwable failure) {
    if (!(failure instanceof SSLException)) {
      return null;
    }
    if (failure instanceof SSLPeerUnverifiedException) {
      return "its certificate is of another host";
    }
    String reason = "it speaks no TLS that this client accepts (1.2 or newer)";
    for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof CertificateExpiredException) {
        return "its certificate has expired";
      }
      if (cause instanceof CertificateNotYetValidException) {
        return "its certificate is not valid yet";
      }
      if (cause instanceof CertificateException) {
        reason = "its certificate is not trusted by this JVM";
      } else if (cause instanceof IOException) {
        return null;
      }
    }
    return reason;
  }
}
