package io.github.openhands4j.core.internal.http;

import java.net.URI;

/**
 * A server as the handles of its starts name it: scheme, host, port, and the path of the base URL
 * if it has one. Older handles name no path, whatever the base URL was.
 */
public final class NamedServer {

  private NamedServer() {}

  /**
   * What handles name.
   *
   * @param baseUrl the base URL, without a slash at the end
   * @return the same with its port
   */
  public static URI of(URI baseUrl) {
    return URI.create(Origin.of(baseUrl).uri() + baseUrl.getRawPath());
  }

  /**
   * Whether a start may be of a server.
   *
   * @param named what its handle names
   * @param baseUrl the server's base URL
   * @return true also if that cannot be told
   */
  public static boolean mayBe(URI named, URI baseUrl) {
    return named.equals(of(baseUrl)) || isVague(named, baseUrl);
  }

  /**
   * Whether it cannot be told if a start is of a server, or of another on the same host.
   *
   * @param named what its handle names
   * @param baseUrl the server's base URL
   * @return true if the handle names no path and the base URL has one
   */
  public static boolean isVague(URI named, URI baseUrl) {
    return !baseUrl.getRawPath().isEmpty() && named.equals(Origin.of(baseUrl).uri());
  }
}
