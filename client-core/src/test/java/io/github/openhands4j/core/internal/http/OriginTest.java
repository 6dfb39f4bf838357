package io.github.openhands4j.core.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

/** What makes two addresses the same origin. */
class OriginTest {

  @Test
  void schemeHostAndPortMakeAnOrigin() {
    Origin origin = origin("https://app.example.org/prefix");

    assertThat(origin).isEqualTo(origin("https://APP.example.ORG:443"));
    assertThat(origin).isNotEqualTo(origin("http://app.example.org"));
    assertThat(origin).isNotEqualTo(origin("https://app.example.org:8443"));
    assertThat(origin).isNotEqualTo(origin("https://app.example.org."));
    assertThat(origin).isNotEqualTo(origin("https://example.org"));
  }

  @Test
  void originIsShownWithItsPort() {
    assertThat(origin("https://app.example.org").uri()).hasToString("https://app.example.org:443");
    assertThat(origin("http://[::1]:3000").uri()).hasToString("http://[::1]:3000");
  }

  private static Origin origin(String url) {
    return Origin.of(URI.create(url));
  }
}
