package io.github.openhands4j.compat.http;

import io.github.openhands4j.core.internal.http.Authority;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address of the V0 server, in one form.
 *
 * @param origin scheme, host and port, without a port that goes without saying
 * @param path what stands before the paths of V0, without a slash at its end
 */
record Served(String origin, String path) {

  private static final int HTTP = 80;
  private static final int HTTPS = 443;
  private static final Pattern PARTS =
      Pattern.compile("([^/?#]*//[^/?#]*)?([^?#]*?)/*(?:[?#].*)?", Pattern.DOTALL);

  /** Where the V0 API of the Cloud was. */
  static final Served CLOUD = of("https://app.all-hands.dev");

  /** Reads a URL; of a request, its whole path is the path. */
  static Served of(String url) {
    Matcher parts = PARTS.matcher(url);
    return parts.matches() && parts.group(1) != null
        ? new Served(origin(URI.create(parts.group(1))), parts.group(2))
        : new Served("", url);
  }

  private static String origin(URI url) {
    String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
    Optional<Authority> authority = Authority.of(url);
    String host = authority.map(Authority::host).orElse("").toLowerCase(Locale.ROOT);
    int usual = scheme.equals("http") ? HTTP : HTTPS;
    int port = authority.map(Authority::port).filter(named -> named >= 0).orElse(usual);
    return scheme + "://" + host + (port == usual ? "" : ":" + port);
  }

  /** Whether a request is for this address or for something below it. */
  boolean holds(Served request) {
    return origin.equals(request.origin)
        && (request.path.equals(path) || request.path.startsWith(path + "/"));
  }

  @Override
  public String toString() {
    return origin + path;
  }
}
