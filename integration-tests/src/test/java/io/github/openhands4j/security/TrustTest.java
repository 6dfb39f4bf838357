package io.github.openhands4j.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openhands4j.core.ErrorCode;
import io.github.openhands4j.faults.Column;
import io.github.openhands4j.faults.Ending;
import io.github.openhands4j.faults.FaultWorld;
import io.github.openhands4j.faults.stub.Certificates;
import io.github.openhands4j.faults.stub.StubServer;
import io.github.openhands4j.faults.stub.SystemProperties;
import java.nio.file.Path;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whom the client trusts, and that it tells nobody with what. */
class TrustTest {

  private static final String PASSWORD = Canaries.TEXT + "trust";

  private final Certificates certificates = new Certificates();
  @TempDir private Path directory;

  private SystemProperties trusting() {
    return new SystemProperties()
        .with("javax.net.ssl.trustStore", certificates.trustStore(directory, PASSWORD).toString())
        .with("javax.net.ssl.trustStorePassword", PASSWORD);
  }

  private static Ending ask(SSLContext server) {
    try (FaultWorld world =
        new FaultWorld(StubServer.start(server), options -> options.apiKey(Canaries.KEY))) {
      return world.ask(Column.START);
    }
  }

  @Test
  @Requirement(SecurityRow.S14)
  void hostNameIsCheckedEvenIfOthersSwitchTheirCheckOff() {
    try (SystemProperties properties = trusting()) {
      properties
          .with("jdk.internal.httpclient.disableHostnameVerification", "true")
          .with("com.sun.jndi.ldap.object.disableEndpointIdentification", "true");

      assertThat(ask(certificates.ofAnotherHost()).failure().code())
          .isEqualTo(ErrorCode.TLS_REFUSED);
      assertThat(ask(certificates.good()).kind()).isEqualTo(Ending.Kind.DONE);
    }
  }

  @Test
  @Requirement(SecurityRow.S15)
  void trustIsTheJvmsOwnAndIsNotTalkedAbout() {
    try (Eavesdropper ears = new Eavesdropper();
        SystemProperties properties = trusting()) {
      assertThat(ask(certificates.good()).kind()).isEqualTo(Ending.Kind.DONE);
      Ending refused = ask(Certificates.selfSigned());

      assertThat(refused.failure().code()).isEqualTo(ErrorCode.TLS_REFUSED);
      Canaries.isClean("exception", Canaries.shown(refused.failure()));
      Canaries.isClean("heard", ears.heard());
      assertThat(properties).isNotNull();
    }
    assertThat(ask(certificates.good()).failure().code())
        .as("without the trust store")
        .isEqualTo(ErrorCode.TLS_REFUSED);
  }
}
