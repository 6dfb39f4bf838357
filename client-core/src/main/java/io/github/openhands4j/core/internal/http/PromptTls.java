package io.github.openhands4j.core.internal.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import javax.net.ssl.SSLSocketFactory;

/**
 * TLS sockets on which a peer that says nothing is not waited for longer than for a connection.
 * OkHttp sets its own limit once the connection stands.
 */
final class PromptTls extends SSLSocketFactory {

  private final SSLSocketFactory tls;
  private final int millis;

  PromptTls(SSLSocketFactory tls, Duration limit) {
    this.tls = tls;
    this.millis = (int) limit.toMillis();
  }

  @Override
  public Socket createSocket(Socket connected, String host, int port, boolean autoClose)
      throws IOException {
    connected.setSoTimeout(millis);
    return tls.createSocket(connected, host, port, autoClose);
  }

  @Override
  public String[] getDefaultCipherSuites() {
    return tls.getDefaultCipherSuites();
  }

  @Override
  public String[] getSupportedCipherSuites() {
    return tls.getSupportedCipherSuites();
  }

  @Override
  public Socket createSocket(String host, int port) {
    throw layeredOnly();
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress from, int fromPort) {
    throw layeredOnly();
  }

  @Override
  public Socket createSocket(InetAddress host, int port) {
    throw layeredOnly();
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) {
    throw layeredOnly();
  }

  private static UnsupportedOperationException layeredOnly() {
    return new UnsupportedOperationException("TLS is put on sockets that are connected already");
  }
}
