package io.github.openhands4j.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import feign.Feign;
import feign.jackson.JacksonDecoder;
import feign.jackson.JacksonEncoder;
import io.github.openhands4j.core.ApiKey;
import io.github.openhands4j.core.ClientOptions;
import io.github.openhands4j.core.ConfigurationException;
import io.github.openhands4j.core.ErrorCode;
import io.github.openhands4j.core.TransportException;
import io.github.openhands4j.core.UnauthorizedException;
import io.github.openhands4j.core.internal.http.HttpTransport;
import io.github.openhands4j.core.internal.time.ServerClock;
import io.github.openhands4j.core.internal.time.TimeSource;
import io.github.openhands4j.faults.Column;
import io.github.openhands4j.faults.Ending;
import io.github.openhands4j.faults.FaultWorld;
import io.github.openhands4j.faults.stub.Behaviors;
import io.github.openhands4j.faults.stub.Framing;
import io.github.openhands4j.faults.stub.StubProxy;
import io.github.openhands4j.faults.stub.StubRequest;
import io.github.openhands4j.faults.stub.StubServer;
import io.github.openhands4j.faults.stub.SystemProperties;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.v1.AppConversationStartRequest;
import io.github.openhands4j.v0.V0Exception;
import io.github.openhands4j.v1.api.AppConversationsApi;
import java.io.IOException;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.CookieManager;
import java.net.PasswordAuthentication;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The key goes to the configured server, and nothing of the process's surroundings goes along. */
@Timeout(30)
class WhereKeysGoTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "a b",
        "a\r\nX-Evil: 1",
        "a\nb",
        "a\tb",
        "a\u0000b",
        "caf\u00e9",
        "\ud83d\ude00"
      })
  @Requirement(SecurityRow.S5)
  void keyThatNoHeaderMayHoldIsRefusedWhenItIsSet(String key) {
    assertThatThrownBy(() -> ApiKey.of(key))
        .isInstanceOfSatisfying(
            ConfigurationException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.API_KEY_MALFORMED);
              assertThat(e.toString()).doesNotContain("Evil");
            });
    assertThatThrownBy(() -> ClientOptions.builder().apiKey(key))
        .isInstanceOf(ConfigurationException.class);
  }

  @ParameterizedTest
  @EnumSource
  @Requirement(SecurityRow.S6)
  void refusedKeyIsNotTriedAgain(Column column) {
    try (FaultWorld world = new FaultWorld()) {
      world.server().always(Behaviors.status(401, "Retry-After: 0", "WWW-Authenticate: Bearer"));

      assertThat(world.ask(column).failure()).isInstanceOf(UnauthorizedException.class);

      assertThat(world.server().requests()).hasSize(1);
    }
  }

  @Test
  @Requirement(SecurityRow.S7)
  void addressChangedOnTheWayIsRefusedBeforeAConnectionIsMade() {
    try (StubServer server = StubServer.start();
        StubServer other = StubServer.start();
        HttpTransport transport = transport(server)) {
      AppConversationsApi api =
          Feign.builder()
              .client(transport)
              .encoder(new JacksonEncoder())
              .decoder(new JacksonDecoder())
              .requestInterceptor(template -> template.target(other.baseUrl().toString()))
              .target(AppConversationsApi.class, server.baseUrl().toString());

      refused(() -> api.start(AppConversationStartRequest.builder().build(), null));
      refused(() -> api.batchGet(List.of(ConversationId.random()), null));

      assertThat(other.connections()).isZero();
      assertThat(server.connections()).isZero();
    }
  }

  private static HttpTransport transport(StubServer server) {
    return new HttpTransport(
        ClientOptions.builder().baseUrl(server.baseUrl()).apiKey(FaultWorld.KEY).build(),
        new ServerClock(TimeSource.system()));
  }

  private static void refused(Runnable call) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            TransportException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.ORIGIN_REFUSED);
              assertThat(e.requestMayHaveBeenSent()).isFalse();
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../admin",
        "..",
        ".",
        "a/b",
        "a%2fb",
        "%2e%2e",
        "a;b",
        "a?b",
        "a#b",
        "a\\b",
        "a%00b",
        "a\r\nb",
        "",
        " ",
        "a b",
        "@evil.example",
        "\u2025"
      })
  @Requirement(SecurityRow.S11)
  void idThatCouldChangeAPathIsRefusedBeforeAnythingIsSent(String id) {
    try (FaultWorld world = new FaultWorld()) {
      assertThatThrownBy(() -> world.client().sandboxes().pause(id))
          .isInstanceOf(ConfigurationException.class);
      assertThatThrownBy(() -> world.client().sandboxes().resume(id))
          .isInstanceOf(ConfigurationException.class);
      assertThatThrownBy(() -> ConversationId.parse(id)).isInstanceOf(RuntimeException.class);
      // V0 answers an odd id like an unknown one, or refuses it.
      assertThat(catchThrowable(() -> world.v0().stopConversation(id)))
          .satisfiesAnyOf(
              none -> assertThat(none).isNull(),
              refused -> assertThat(refused).isInstanceOf(V0Exception.class));

      assertThat(world.server().requests())
          .allMatch(request -> request.path().startsWith("/api/v1/app-conversations"));
      assertThat(world.server().requests()).allMatch(request -> request.method().equals("GET"));
    }
  }

  @Test
  @Requirement(SecurityRow.S12)
  void surroundingsOfTheProcessAddNothingToARequest(@TempDir Path home) throws IOException {
    Files.writeString(home.resolve(".netrc"), "machine 127.0.0.1 login ambient password ambient");
    CookieHandler cookies = CookieHandler.getDefault();
    CookieHandler.setDefault(new CookieManager());
    Authenticator.setDefault(
        new Authenticator() {
          @Override
          protected PasswordAuthentication getPasswordAuthentication() {
            return new PasswordAuthentication("ambient", "ambient".toCharArray());
          }
        });
    try (SystemProperties properties = new SystemProperties().with("user.home", home.toString());
        FaultWorld world = new FaultWorld()) {
      world
          .server()
          .next(
              exchange ->
                  exchange.write(
                      Framing.LENGTH.answer(
                          200,
                          "application/json",
                          exchange.properAnswer(),
                          "Set-Cookie: session=ambient; Path=/")),
              Behaviors.status(401, "WWW-Authenticate: Basic realm=\"x\""));
      world.ask(Column.GET);
      world.ask(Column.GET);
      world.ask(Column.START);

      assertThat(world.server().requests()).hasSize(3);
      assertThat(world.server().requests())
          .flatExtracting(StubRequest::headers)
          .noneMatch(line -> line.toLowerCase(Locale.ROOT).startsWith("cookie"))
          .noneMatch(line -> line.contains("Basic") || line.contains("ambient"));
      assertThat(properties).isNotNull();
    } finally {
      Authenticator.setDefault(null);
      CookieHandler.setDefault(cookies);
    }
  }

  @Test
  @Requirement(SecurityRow.S12)
  void proxyIsThatOfTheStandardPropertiesAndHasItsExceptions() {
    try (StubProxy proxy = new StubProxy(502);
        SystemProperties properties =
            new SystemProperties()
                .with("http.proxyHost", "127.0.0.1")
                .with("http.proxyPort", String.valueOf(proxy.port()))
                .with("http.nonProxyHosts", "127.0.0.1")) {
      try (FaultWorld world = new FaultWorld()) {
        assertThat(world.ask(Column.GET).kind()).isEqualTo(Ending.Kind.DONE);
        assertThat(proxy.requests()).isEmpty();
      }
      properties.with("http.nonProxyHosts", ""); // else the JDK adds this machine
      try (FaultWorld world = new FaultWorld()) {
        world.ask(Column.START);
        assertThat(proxy.requests()).isNotEmpty();
        assertThat(world.server().connections()).isZero();
        assertThat(proxy.requests())
            .flatExtracting(StubRequest::headers)
            .noneMatch(line -> line.startsWith("Proxy-Authorization"));
      }
    }
  }

  @Test
  @Requirement(SecurityRow.S13)
  void keyOverPlainHttpIsRefusedButToThisMachineOrWhenAllowed() {
    for (String away :
        List.of("http://openhands.example", "http://10.0.0.1", "http://127.0.0.1.example")) {
      assertThatThrownBy(() -> ClientOptions.builder().baseUrl(away).apiKey("fake").build())
          .isInstanceOfSatisfying(
              ConfigurationException.class,
              e -> assertThat(e.code()).isEqualTo(ErrorCode.PLAIN_HTTP_REFUSED));
      ClientOptions.builder().baseUrl(away).apiKey("fake").allowPlainHttp(true).build();
      ClientOptions.builder().baseUrl(away).noApiKey().build();
    }
    for (String here : List.of("http://127.0.0.1:1", "http://localhost", "http://[::1]:1")) {
      ClientOptions.builder().baseUrl(here).apiKey("fake").build();
    }
  }
}
