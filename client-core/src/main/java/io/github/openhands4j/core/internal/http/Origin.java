package io.github.openhands4j.core.internal.http;

import java.net.URI;
import okhttp3.HttpUrl;

/**
 * Scheme, host and port: what a key is bound to.
 *
 * @param scheme {@code http} or {@code https}
 * @param host the host in lower case
 * @param port the port, the scheme's default filled in
 */
public record Origin(String scheme, String host, int port) {

  /**
   * The origin of a base URL.
   *
   * @param baseUrl an http(s) URL with a host
   * @return its origin
   */
  public static Origin of(URI baseUrl) {
    return of(HttpUrl.get(baseUrl.toString()));
  }

  static Origin of(HttpUrl url) {
    return new Origin(url.scheme(), url.host(), url.port());
  }

  /**
   * The origin as a URL.
   *
   * @return scheme, host and port, the port always present
   */
  public URI uri() {
    String shown = host.contains(":") ? "[" + host + "]" : host;
    return URI.create(scheme + "://" + shown + ":" + port);
  }
}
