package io.github.openhands4j.core.internal.feign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.openhands4j.core.ApiException;
import io.github.openhands4j.core.testing.Probe;
import io.github.openhands4j.core.testing.Script;
import io.github.openhands4j.core.testing.ScriptedServer;
import io.github.openhands4j.core.testing.Scripts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

/** Neither key nor body comes out in logs or exceptions, even at the highest level. */
class SecretsStayInsideTest {

  private static final String PROMPT = "canary-prompt";
  private static final Pattern SECRETS =
      Pattern.compile(Pattern.quote(Probe.KEY) + "|" + Pattern.quote(PROMPT));

  private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final ListAppender<ILoggingEvent> appender = new ListAppender<>();
  private Level before = Level.DEBUG;

  @BeforeEach
  void logEverything() {
    before = root.getLevel();
    root.setLevel(Level.TRACE);
    appender.start();
    root.addAppender(appender);
  }

  @AfterEach
  void logAsBefore() {
    root.detachAppender(appender);
    root.setLevel(before);
  }

  static Stream<Arguments> endings() {
    return Stream.of(
            Named.of("success", Scripts.json("{\"echo\":\"canary-prompt\"}")),
            Named.of("echo", echo(422)),
            Named.of("echo of a failure", echo(500)),
            Named.of("echo as a success", echo(200)),
            Named.of("redirect", Scripts.status(302, "Location: /" + Probe.KEY)),
            Named.of("limit", Scripts.status(429, "X-Request-Id: 1\tx", "Retry-After: 9")),
            Named.of("drop", Scripts.drop()),
            Named.of("silence", Scripts.silence()),
            Named.of("page", Scripts.answer(200, "text/html", "<p>canary-prompt " + Probe.KEY)))
        .map(Arguments::of);
  }

  @ParameterizedTest
  @MethodSource("endings")
  void neitherKeyNorBodyIsLoggedOrThrown(Script script) throws IOException {
    try (ScriptedServer server = ScriptedServer.start().then(script);
        Probe probe = Probe.of(server)) {
      Throwable thrown =
          catchThrowable(
              () ->
                  probe.api().start(Probe.within(Duration.ofSeconds(1)), Map.of("prompt", PROMPT)));

      assertThat(server.receivedText()).contains(Probe.KEY, PROMPT);
      assertThat(List.of(logged(), shown(thrown))).noneMatch(text -> text.contains(Probe.KEY));
      assertThat(List.of(logged(), shown(thrown))).noneMatch(text -> text.contains(PROMPT));
      assertThat(secretsIn(thrown))
          .as("the serialized exception holds them where the server repeated them in its answer")
          .isEqualTo(secretsIn(thrown instanceof ApiException e ? e.answer() : null));
    }
  }

  @Test
  void cookieOfAnErrorAnswerIsNotKept() {
    try (ScriptedServer server =
            ScriptedServer.start()
                .then(Scripts.status(500, "Set-Cookie: session=canary", "X-Kept: yes"));
        Probe probe = Probe.of(server)) {
      ApiException failure =
          catchThrowableOfType(ApiException.class, () -> probe.api().start(Probe.BODY));

      assertThat(failure.answer().header("x-kept")).contains("yes");
      assertThat(failure.answer().headers().toString()).doesNotContain("canary");
    }
  }

  private String logged() {
    return List.copyOf(appender.list).stream()
        .map(event -> event.getFormattedMessage() + event.getThrowableProxy())
        .collect(Collectors.joining("\n"));
  }

  private static String shown(Throwable thrown) {
    StringWriter text = new StringWriter();
    if (thrown != null) {
      thrown.printStackTrace(new PrintWriter(text, true));
    }
    return text.toString();
  }

  /** How often the serialized form of something holds the key and the prompt. */
  private static long secretsIn(@Nullable Object object) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(object);
    }
    return SECRETS.matcher(bytes.toString(StandardCharsets.ISO_8859_1)).results().count();
  }

  private static Script echo(int status) {
    return visit -> {
      String all = String.join(" ", visit.request().headers()) + visit.request().body();
      return Scripts.answer(
              status, "application/json", "{\"detail\":\"" + all.replace("\"", "'") + "\"} x")
          .play(visit);
    };
  }
}
