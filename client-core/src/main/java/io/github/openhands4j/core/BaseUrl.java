package io.github.openhands4j.core;

import io.github.openhands4j.core.internal.http.Authority;
import io.github.openhands4j.core.internal.settings.Settings;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Checks base URLs. */
final class BaseUrl {

  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[(0*:)*0*:?0*1]", Pattern.CASE_INSENSITIVE);

  private BaseUrl() {}

  static URI parse(String text) {
    URI uri;
    try {
      uri = new URI(text.strip());
    } catch (URISyntaxException e) {
      throw refused("it is not a URL");
    }
    return check(uri);
  }

  static URI check(URI uri) {
    String scheme = Optional.ofNullable(uri.getScheme()).orElse("").toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw refused("it must begin with https:// or http://");
    }
    if (Authority.namesUser(uri)) {
      throw refused("it must not hold a user name or password");
    }
    Authority authority = Authority.of(uri).orElseThrow(() -> refused("it names no host"));
    if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
      throw refused("it must end before any ? or #");
    }
    String path = uri.getRawPath().replaceAll("/+$", "");
    try {
      return authority.uniformUrl(scheme, path);
    } catch (IllegalArgumentException e) {
      throw refused("its host or port is not one");
    }
  }

  static void requireSafeFor(URI baseUrl, boolean hasKey, boolean allowPlainHttp) {
    if (hasKey && baseUrl.getScheme().equals("http") && !allowPlainHttp && !isLoopback(baseUrl)) {
      throw new ConfigurationException(
          ErrorCode.PLAIN_HTTP_REFUSED,
          "The base URL http://"
              + baseUrl.getAuthority()
              + " is plain http, and the API key would be readable on the way."
              + " Use https, or set "
              + Settings.describe("allow-plain-http")
              + " to true.");
    }
  }

  static boolean isLoopback(URI baseUrl) {
    String host = baseUrl.getHost();
    return host != null && LOOPBACK.matcher(host).matches(); // a name with underscores has none
  }

  private static ConfigurationException refused(String why) {
    return new ConfigurationException(
        ErrorCode.BASE_URL_REFUSED,
        "The base URL, option "
            + Settings.describe("base-url")
            + ", cannot be used: "
            + why
            + ". Expected for example https://app.all-hands.dev.");
  }
}
