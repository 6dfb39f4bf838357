package io.github.openhands4j.core.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import feign.Request;
import io.github.openhands4j.core.CallInterruptedException;
import io.github.openhands4j.core.ClientClosedException;
import io.github.openhands4j.core.ClientOptions;
import io.github.openhands4j.core.DeadlineExceededException;
import io.github.openhands4j.core.ErrorCode;
import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.core.TransportException;
import io.github.openhands4j.core.internal.time.ServerClock;
import io.github.openhands4j.core.internal.time.TimeSource;
import io.github.openhands4j.core.testing.Callers;
import io.github.openhands4j.core.testing.Callers.Kind;
import io.github.openhands4j.core.testing.ScriptedServer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import okhttp3.Call;
import okhttp3.Dns;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Wherever a call is held before it is sent, it ends when it should, and says that it was not. */
@Timeout(20)
class HeldBeforeSendingTest {

  private static final Duration LONG = Duration.ofMinutes(1);

  static Stream<Named<Callable<HeldPlace>>> places() {
    return Stream.of(
        Named.of("name lookup", () -> new HeldPlace.NameLookupThatHangs(1)),
        Named.of("connection", HeldPlace.FullServer::new),
        Named.of("TLS", HeldPlace.SilentTls::new));
  }

  static Stream<Arguments> placesAndThreads() {
    return places()
        .flatMap(place -> Stream.of(Kind.values()).map(kind -> Arguments.of(place, kind)));
  }

  @ParameterizedTest
  @MethodSource("placesAndThreads")
  void interruptEndsIt(Callable<HeldPlace> held, Kind kind) throws Exception {
    try (HeldPlace place = held.call();
        HttpTransport transport = transport(place)) {
      Callers.Running call = Callers.start(kind, () -> send(transport, place, LONG));
      reached(place, call);

      call.thread().interrupt();

      Callers.End end = call.end();
      assertThat(end.thrown()).isInstanceOf(CallInterruptedException.class);
      assertThat(maySent(end)).isFalse();
      assertThat(end.flag()).isTrue();
    }
  }

  /** OkHttp waits for connections in a way that takes the flag away. */
  @Test
  void interruptThatEndedAWaitBelowIsTheCallers() throws Exception {
    try (HeldPlace place = new HeldPlace.NameLookupThatHangs(1);
        HttpTransport transport = transport(place)) {
      Request request = post(place);
      Call call =
          new OkHttpClient().newCall(OkHttpRequests.of(request, null, "test", KeyHeaders.none()));
      Exchange exchange = new Exchange(transport, request, "POST /starts", call, 1);

      OpenHandsException end = exchange.ended(LONG, new InterruptedException());

      assertThat(Thread.interrupted()).isTrue();
      assertThat(end).isInstanceOf(CallInterruptedException.class);
      assertThat(end.requestMayHaveBeenSent()).isFalse();
    }
  }

  @ParameterizedTest
  @MethodSource("places")
  void deadlineEndsIt(Callable<HeldPlace> held) throws Exception {
    try (HeldPlace place = held.call();
        HttpTransport transport = transport(place)) {
      Duration limit = Duration.ofMillis(300);

      Callers.End end = Callers.start(Kind.PLATFORM, () -> send(transport, place, limit)).end();

      assertThat(end.thrown())
          .isInstanceOfSatisfying(
              DeadlineExceededException.class, e -> assertThat(e.limit()).isEqualTo(limit));
      assertThat(maySent(end)).isFalse();
    }
  }

  @ParameterizedTest
  @MethodSource("places")
  void closeEndsIt(Callable<HeldPlace> held) throws Exception {
    try (HeldPlace place = held.call()) {
      HttpTransport transport = transport(place);
      Callers.Running call = Callers.start(Kind.PLATFORM, () -> send(transport, place, LONG));
      reached(place, call);

      transport.close();

      assertThat(call.end().thrown()).isInstanceOf(ClientClosedException.class);
      assertThat(maySent(call.end())).isFalse();
    }
  }

  @Test
  void lookupsOfOneNameThatComeTogetherAreOne() throws Exception {
    try (ScriptedServer server = ScriptedServer.start();
        HeldPlace.NameLookupThatHangs place = new HeldPlace.NameLookupThatHangs(server.port());
        HttpTransport transport = transport(place)) {
      List<Callers.Running> calls = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        calls.add(
            Callers.start(
                Kind.PLATFORM, () -> ended("status " + send(transport, place, LONG).status())));
      }
      calls.forEach(Callers.Running::awaitWaiting);
      calls.get(0).thread().interrupt(); // who leaves takes the answer from nobody
      assertThat(calls.get(0).end().thrown()).isInstanceOf(CallInterruptedException.class);

      place.answer();

      for (Callers.Running call : calls.subList(1, 5)) {
        assertThat(call.end().thrown()).hasMessage("status 200");
      }
      assertThat(place.lookups()).isEqualTo(1);
    }
  }

  static Stream<Dns> brokenLookups() {
    return Stream.of(
        host -> {
          throw new IllegalStateException("of the name service");
        },
        host -> {
          throw new OutOfMemoryError("unable to create native thread");
        },
        host -> {
          throw new StackOverflowError("of the name service");
        });
  }

  @ParameterizedTest
  @MethodSource("brokenLookups")
  void lookupThatFailsInAnyWaySentNothing(Dns broken) throws Exception {
    try (HeldPlace place = new HeldPlace.NameLookupThatHangs(1);
        HttpTransport transport = transport(place, broken)) {
      Callers.End end = Callers.start(Kind.PLATFORM, () -> send(transport, place, LONG)).end();

      assertThat(end.thrown())
          .isInstanceOfSatisfying(
              TransportException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_SENT));
      assertThat(maySent(end)).isFalse();
    }
  }

  private static String ended(String how) {
    throw new IllegalStateException(how);
  }

  private static boolean maySent(Callers.End end) {
    return ((OpenHandsException) end.thrown()).requestMayHaveBeenSent();
  }

  /** A thread that waits for TLS is in a read, which does not show; all others wait visibly. */
  private static void reached(HeldPlace place, Callers.Running call) throws Exception {
    if (place instanceof HeldPlace.SilentTls tls) {
      tls.awaitHello();
    } else {
      call.awaitWaiting();
    }
  }

  private static feign.Response send(HttpTransport transport, HeldPlace place, Duration limit) {
    return transport.execute(
        post(place),
        new Request.Options(
            LONG.toMillis(),
            TimeUnit.MILLISECONDS,
            limit.toMillis(),
            TimeUnit.MILLISECONDS,
            false));
  }

  private static Request post(HeldPlace place) {
    return Request.create(
        Request.HttpMethod.POST,
        place.uri() + "/starts",
        Map.of(),
        new byte[] {1},
        StandardCharsets.UTF_8,
        null);
  }

  private static HttpTransport transport(HeldPlace place) {
    return transport(place, place.dns());
  }

  private static HttpTransport transport(HeldPlace place, Dns dns) {
    ClientOptions options =
        ClientOptions.builder()
            .baseUrl(place.uri())
            .noApiKey()
            .connectTimeout(LONG)
            .requestsPerMinute(60_000)
            .requestsPerSecond(1_000)
            .build();
    return new HttpTransport(options, new ServerClock(TimeSource.system()), AddressGuard.none(dns));
  }
}
