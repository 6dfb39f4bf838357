package io.github.openhands4j.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openhands4j.core.ClientOptionsBuilder;
import io.github.openhands4j.core.ErrorCode;
import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.core.RequestBudgetException;
import io.github.openhands4j.core.StartJournal;
import io.github.openhands4j.faults.Ending.Kind;
import io.github.openhands4j.faults.stub.Certificates;
import io.github.openhands4j.faults.stub.ClosedPort;
import io.github.openhands4j.faults.stub.StubProxy;
import io.github.openhands4j.faults.stub.StubRequest;
import io.github.openhands4j.faults.stub.StubServer;
import io.github.openhands4j.faults.stub.SystemProperties;
import io.github.openhands4j.security.Requirement;
import io.github.openhands4j.security.SecurityRow;
import io.github.openhands4j.testing.LoopbackDoor;
import io.github.openhands4j.v0.V0Exception;
import io.github.openhands4j.v0.V0StartOutcomeUnknownException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Faults before the first byte of a request: nothing was sent, and callers are told so. */
class NothingIsSentTest {

  private static final Duration SHORT = Duration.ofMillis(150);
  private static final String NO_EXCEPTIONS = "";

  private static OpenHandsException notSent(FaultWorld world, Column column, int attempts) {
    Ending ending = world.ask(column);
    assertThat(ending.kind()).isEqualTo(Kind.NOT_SENT);
    assertThat(ending.failure().getSuppressed()).hasSize(attempts - 1);
    assertThat(world.time().sleeps()).hasSize(attempts - 1);
    return ending.failure();
  }

  @ParameterizedTest
  @EnumSource
  @Row(FaultRow.CONNECT_REFUSED)
  void refusedConnectionIsTriedThreeTimes(Column column) {
    try (FaultWorld world = FaultWorld.at(ClosedPort.refusing(), options -> options)) {
      notSent(world, column, FaultCheck.MOST_ATTEMPTS);
    }
  }

  @ParameterizedTest
  @EnumSource
  @Row(FaultRow.HOST_UNKNOWN)
  void unknownHostIsTriedTwice(Column column) {
    URI nowhere = URI.create("https://no-such-host.invalid");
    try (FaultWorld world = FaultWorld.at(nowhere, options -> options)) {
      notSent(world, column, 2);
    }
  }

  @ParameterizedTest
  @EnumSource
  @Row(FaultRow.CONNECT_TIMEOUT)
  void connectionThatIsNotTakenIsTriedThreeTimes(Column column) {
    try (ClosedPort full = ClosedPort.full();
        FaultWorld world =
            FaultWorld.at(full.baseUrl(), options -> options.connectTimeout(SHORT))) {
      notSent(world, column, FaultCheck.MOST_ATTEMPTS);
    }
  }

  @ParameterizedTest
  @EnumSource
  @Row(FaultRow.TLS_SILENT)
  void silentTlsPeerIsGivenUpAfterTheTimeOfAConnection(Column column) {
    try (LoopbackDoor silent = new LoopbackDoor("silent", NothingIsSentTest::listen);
        FaultWorld world = FaultWorld.at(secure(silent.baseUrl()), NothingIsSentTest::impatient)) {
      long begun = System.nanoTime();

      notSent(world, column, FaultCheck.MOST_ATTEMPTS);

      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
    }
  }

  private static ClientOptionsBuilder impatient(ClientOptionsBuilder options) {
    Duration enough = Duration.ofSeconds(5);
    return options.connectTimeout(SHORT).readTimeout(enough).startTimeout(enough);
  }

  private static void listen(Socket socket) {
    try (socket) {
      socket.getInputStream().transferTo(OutputStream.nullOutputStream());
    } catch (IOException clientWentAway) {
      // as it should
    }
  }

  private static URI secure(URI plain) {
    return URI.create(plain.toString().replace("http:", "https:"));
  }

  @ParameterizedTest
  @EnumSource
  @Row(FaultRow.TLS_REFUSED)
  @Requirement(SecurityRow.S14)
  void badCertificateIsRefusedAtOnceAndSaidWhy(Column column, @TempDir Path directory) {
    Certificates certificates = new Certificates();
    try (SystemProperties properties = trusting(certificates, directory)) {
      Map<SSLContext, String> bad =
          Map.of(
              Certificates.selfSigned(),
              "not trusted",
              certificates.expired(),
              "expired",
              certificates.ofAnotherHost(),
              "another host");
      bad.forEach((certificate, why) -> refused(certificate, column, why));

      try (FaultWorld world =
          new FaultWorld(StubServer.start(certificates.good()), options -> options)) {
        assertThat(world.ask(column)).extracting(Ending::kind).isEqualTo(Kind.DONE);
      }
      assertThat(properties).isNotNull();
    }
  }

  static SystemProperties trusting(Certificates certificates, Path directory) {
    return new SystemProperties()
        .with("javax.net.ssl.trustStore", certificates.trustStore(directory, "changeit").toString())
        .with("javax.net.ssl.trustStorePassword", "changeit");
  }

  private static void refused(SSLContext certificate, Column column, String why) {
    try (FaultWorld world = new FaultWorld(StubServer.start(certificate), options -> options)) {
      OpenHandsException failure = notSent(world, column, 1);

      assertThat(failure.code()).isEqualTo(ErrorCode.TLS_REFUSED);
      assertThat(failure).hasMessageContaining(why);
      assertThat(world.server().connections()).isEqualTo(1);
      assertThat(world.server().requests()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  @Row(FaultRow.TLS_REFUSED)
  @Requirement(SecurityRow.S14)
  void serverWithOldTlsIsRefusedAtOnceAndSaidWhy(Column column) {
    byte[] serverHelloOfTls11 = new byte[47];
    byte[] head = {22, 3, 2, 0, 42, 2, 0, 0, 38, 3, 2};
    System.arraycopy(head, 0, serverHelloOfTls11, 0, head.length);
    serverHelloOfTls11[44] = (byte) 0xc0; // TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA
    serverHelloOfTls11[45] = 0x13;
    try (LoopbackDoor old = new LoopbackDoor("old", it -> answer(it, serverHelloOfTls11));
        FaultWorld world = FaultWorld.at(secure(old.baseUrl()), options -> options)) {
      OpenHandsException failure = notSent(world, column, 1);

      assertThat(failure.code()).isEqualTo(ErrorCode.TLS_REFUSED);
      assertThat(failure).hasMessageContaining("1.2 or newer");
    }
  }

  private static void answer(Socket socket, byte[] bytes) {
    try (socket) {
      if (socket.getInputStream().read() == 22) { // a handshake
        socket.getOutputStream().write(bytes);
      }
      socket.getInputStream().transferTo(OutputStream.nullOutputStream());
    } catch (IOException clientWentAway) {
      // as it should
    }
  }

  @ParameterizedTest
  @EnumSource
  @Row(FaultRow.PROXY_REFUSES)
  void proxyThatDoesNotConnectIsNotAskedAgain(Column column) {
    for (int status : new int[] {403, 407, 502}) {
      try (StubProxy proxy = new StubProxy(status, "Proxy-Authenticate: Basic realm=\"x\"");
          SystemProperties properties = through("https", proxy);
          FaultWorld world = FaultWorld.at(URI.create("https://127.0.0.1:9"), options -> options)) {
        assertThat(notSent(world, column, 1).code()).isEqualTo(ErrorCode.PROXY_REFUSED);

        assertThat(proxy.requests()).extracting(StubRequest::method).containsExactly("CONNECT");
        assertThat(proxy.requests().get(0).headers())
            .noneMatch(line -> line.contains(FaultWorld.KEY));
        assertThat(properties).isNotNull();
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  @Row(FaultRow.PROXY_REFUSES)
  void proxyThatWantsAPasswordHasPassedNothingOn(Column column) {
    try (StubProxy proxy = new StubProxy(407, "Proxy-Authenticate: Basic realm=\"x\"");
        SystemProperties properties = through("http", proxy);
        FaultWorld world = new FaultWorld()) {
      assertThat(world.ask(column)).extracting(Ending::kind).isEqualTo(Kind.REFUSED);

      assertThat(proxy.requests()).hasSize(1);
      assertThat(world.server().connections()).isZero();
      assertThat(properties).isNotNull();
    }
  }

  private static SystemProperties through(String scheme, StubProxy proxy) {
    return new SystemProperties()
        .with(scheme + ".proxyHost", "127.0.0.1")
        .with(scheme + ".proxyPort", String.valueOf(proxy.port()))
        .with("http.nonProxyHosts", NO_EXCEPTIONS);
  }

  @ParameterizedTest
  @EnumSource
  @Row(FaultRow.OWN_LIMIT)
  void callWithoutRoomInTimeFailsAtOnceAndIsNotSent(Column column) {
    StartJournal journal = StartJournal.inMemory();
    try (FaultWorld world = new FaultWorld(options -> twoInAMinute(options, column, journal))) {
      world.ask(column);
      world.ask(column);
      int requests = world.server().requests().size();
      long begun = System.nanoTime();

      Ending third = world.ask(column);

      Duration took = Duration.ofNanos(System.nanoTime() - begun);
      assertThat(third.kind()).isEqualTo(Kind.NOT_SENT);
      assertThat(world.server().mains()).isEqualTo(2);
      assertThat(world.server().requests()).hasSize(requests);
      assertThat(third.failure())
          .isInstanceOfSatisfying(
              RequestBudgetException.class,
              e ->
                  assertThat(e.untilTurn())
                      .isBetween(Duration.ofSeconds(21), Duration.ofMinutes(1)));
      assertThat(third.failure()).hasMessageContaining("its turn would come in");
      assertThat(third.failure().requestMayHaveBeenSent()).isFalse();
      assertThat(third.failure().getSuppressed()).isEmpty();
      assertThat(took).as("it does not wait in vain").isLessThan(Duration.ofSeconds(15));
      assertThat(world.time().sleeps()).isEmpty();
      if (column == Column.V0) {
        assertThat(third.thrown())
            .isNotInstanceOf(V0StartOutcomeUnknownException.class)
            .isInstanceOfSatisfying(V0Exception.class, e -> assertThat(e.status()).isZero());
      }
      assertThat(journal.unresolved()).as("nothing is left to be asked for").isEmpty();
    }
  }

  private static ClientOptionsBuilder twoInAMinute(
      ClientOptionsBuilder options, Column column, StartJournal journal) {
    return options
        .apiKey("sk-test-of-this-test-" + column + System.nanoTime())
        .requestsPerMinute(2)
        .readTimeout(Duration.ofSeconds(20))
        .startTimeout(Duration.ofSeconds(20))
        .journal(journal);
  }
}
