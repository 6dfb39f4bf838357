package io.github.openhands4j.compat.http;

import java.net.URI;
import java.util.Locale;

/** Which addresses are the V0 server's. */
final class Served {

  /** Where the V0 API of the Cloud was. */
  static final String CLOUD = "https://app.all-hands.dev";

  private static final int HTTP = 80;
  private static final int HTTPS = 443;

  private Served() {}

  /** Scheme, host and port of a URL in one form, without a port that goes without saying. */
  static String origin(String url) {
    URI uri = URI.create(url.replaceFirst("^([^/?#]*//[^/?#]*).*$", "$1"));
    String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
    String host = String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT);
    int usual = scheme.equals("http") ? HTTP : HTTPS;
    int port = uri.getPort() < 0 ? usual : uri.getPort();
    return scheme + "://" + host + (port == usual ? "" : ":" + port);
  }
}
