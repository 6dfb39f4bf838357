package io.github.openhands4j.core.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

/** Which server a handle names. */
class NamedServerTest {

  private static final URI HOST = URI.create("https://app.example.org:443");
  private static final URI BASE = URI.create("https://app.example.org");
  private static final URI BELOW = URI.create("https://app.example.org/team-a");

  @Test
  void serverIsNamedWithItsPortAndItsPath() {
    assertThat(NamedServer.of(BASE)).isEqualTo(HOST);
    assertThat(NamedServer.of(BELOW)).hasToString(HOST + "/team-a");
    assertThat(NamedServer.of(URI.create("http://[::1]:3000/a%20b//c")))
        .hasToString("http://[::1]:3000/a%20b//c");
  }

  @Test
  void serverIsItselfAndNoOtherOfItsHost() {
    assertThat(NamedServer.mayBe(NamedServer.of(BELOW), BELOW)).isTrue();
    assertThat(NamedServer.mayBe(NamedServer.of(BELOW), BASE)).isFalse();
    assertThat(NamedServer.mayBe(NamedServer.of(BELOW), URI.create(BASE + "/team-b"))).isFalse();
    assertThat(NamedServer.mayBe(NamedServer.of(BELOW), URI.create(BASE + "/team-a/b"))).isFalse();
    assertThat(NamedServer.mayBe(HOST, URI.create("https://other.example.org/a"))).isFalse();
  }

  @Test
  void onlyWhatNamesNoPathIsVagueAndOnlyForAPath() {
    assertThat(NamedServer.isVague(HOST, BELOW)).isTrue();
    assertThat(NamedServer.mayBe(HOST, BELOW)).isTrue();
    assertThat(NamedServer.isVague(HOST, BASE)).isFalse();
    assertThat(NamedServer.isVague(NamedServer.of(BELOW), BELOW)).isFalse();
  }
}
