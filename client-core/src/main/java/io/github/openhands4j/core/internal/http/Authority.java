package io.github.openhands4j.core.internal.http;

import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Host and port of a URL, also where the host has an underscore, as names of containers often do:
 * {@link URI} reads no host there, and OkHttp does.
 *
 * @param host the host as it stands in the URL
 * @param port the port, or -1 if none is named
 */
public record Authority(String host, int port) {

  private static final Pattern WITH_UNDERSCORE =
      Pattern.compile("(?:[^@]*@)?([a-zA-Z0-9.-]*_[\\w.-]*)(?::(\\d{0,9}))?");

  /**
   * Reads host and port.
   *
   * @param url a URL
   * @return what it names, or nothing if it names no host
   */
  public static Optional<Authority> of(URI url) {
    if (url.getHost() != null) {
      return Optional.of(new Authority(url.getHost(), url.getPort()));
    }
    Matcher parts = WITH_UNDERSCORE.matcher(text(url));
    if (!parts.matches()) {
      return Optional.empty();
    }
    String port = Objects.requireNonNullElse(parts.group(2), "");
    return Optional.of(new Authority(parts.group(1), port.isEmpty() ? -1 : Integer.parseInt(port)));
  }

  /**
   * Whether a URL names a user before its host.
   *
   * @param url a URL
   * @return true also if there is nothing but the mark
   */
  public static boolean namesUser(URI url) {
    return text(url).indexOf('@') >= 0;
  }

  /**
   * A URL of this host and port, the host in lower case.
   *
   * @param scheme {@code http} or {@code https}
   * @param path its raw path
   * @return the URL
   * @throws IllegalArgumentException if host or port is not one that can be called
   */
  public URI uniformUrl(String scheme, String path) {
    String named = port < 0 ? "" : ":" + port;
    URI url = URI.create(scheme + "://" + host.toLowerCase(Locale.ROOT) + named + path);
    Origin unused = Origin.of(url);
    return url;
  }

  private static String text(URI url) {
    return Objects.requireNonNullElse(url.getRawAuthority(), "");
  }
}
