package io.github.openhands4j.realserver;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.openhands4j.realserver.Fate.AnswerCut;
import io.github.openhands4j.realserver.Fate.Place;
import io.github.openhands4j.testing.LoopbackDoor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What of an answer gets to the client, when, and what is kept of it. */
@Timeout(60)
class RecordingProxyTest {

  private static final String HEAD = "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n";
  private static final String FIRST = "2\r\n[1\r\n";
  private static final String REST = "2\r\n,2\r\n1\r\n]\r\n0\r\n\r\n";
  private static final String WHOLE = HEAD + FIRST + REST;

  /** What the server says, and what it waits for in the middle. */
  private volatile List<String> says = List.of(WHOLE);

  private final CountDownLatch goOn = new CountDownLatch(1);
  private final CountDownLatch gone = new CountDownLatch(1);
  private final LoopbackDoor server = new LoopbackDoor("server", this::answer);
  private final RecordingProxy proxy = new RecordingProxy(server.baseUrl());

  private void answer(Socket client) {
    try (client) {
      HttpMessage.request(client.getInputStream());
      client.getOutputStream().write(says.get(0).getBytes(US_ASCII));
      for (String more : says.subList(1, says.size())) {
        goOn.await();
        client.getOutputStream().write(more.getBytes(US_ASCII));
      }
      if (client.getInputStream().read() < 0) {
        gone.countDown();
      }
    } catch (IOException e) {
      gone.countDown();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @AfterEach
  void close() {
    goOn.countDown();
    proxy.close();
    server.close();
  }

  private Socket ask(String method) {
    try {
      Socket client = new Socket(InetAddress.getLoopbackAddress(), proxy.baseUrl().getPort());
      client.getOutputStream().write((method + " /x HTTP/1.1\r\n\r\n").getBytes(US_ASCII));
      return client;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String all(String method) throws IOException {
    try (Socket client = ask(method)) {
      return new String(client.getInputStream().readAllBytes(), US_ASCII);
    }
  }

  private static String some(Socket client, String expected) throws IOException {
    return new String(client.getInputStream().readNBytes(expected.length()), US_ASCII);
  }

  @Test
  void answerGoesOnAsItComesAndIsKeptBeforeItsEndDoes() throws IOException {
    says = List.of(HEAD + FIRST, REST);
    try (Socket client = ask("GET")) {
      assertThat(some(client, HEAD + FIRST)).isEqualTo(HEAD + FIRST);
      assertThat(proxy.exchanges()).isEmpty();

      goOn.countDown();

      assertThat(some(client, REST)).isEqualTo(REST);
      assertThat(proxy.exchanges()).extracting(RecordedExchange::body).containsExactly("[1,2]");
    }
  }

  @Test
  void answerThatBreaksOffIsBrokenOffForTheClientAndNotKept() throws Exception {
    says = List.of(HEAD + FIRST);
    try (Socket client = ask("GET")) {
      assertThat(some(client, HEAD + FIRST)).isEqualTo(HEAD + FIRST);

      server.close();

      assertThat(client.getInputStream().read()).isNegative();
    }
    assertThat(proxy.exchanges()).isEmpty();
    assertThat(proxy.count("GET", "/x")).isEqualTo(1);
  }

  @Test
  void answerToHeadEndsWithItsHead() throws IOException {
    String head = "HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\n";
    says = List.of(head);

    assertThat(all("HEAD")).isEqualTo(head);
    assertThat(proxy.exchanges()).extracting(RecordedExchange::body).containsExactly("");
  }

  @Test
  void cutAnswerEndsAtItsPlaceAndIsKeptWhole() throws IOException {
    for (Place place : Place.values()) {
      proxy.next("GET", "/x", new AnswerCut(place));
    }

    assertThat(all("GET")).isEmpty();
    assertThat(all("GET")).isEqualTo("H");
    assertThat(all("GET")).hasSize(HEAD.length() / 2);
    assertThat(all("GET")).isEqualTo(HEAD);
    assertThat(all("GET")).hasSize((HEAD.length() + WHOLE.length()) / 2);
    assertThat(all("GET")).hasSize(WHOLE.length() - 1);
    assertThat(proxy.exchanges()).extracting(RecordedExchange::body).containsOnly("[1,2]");
  }

  @Test
  void answerThatIsCutBehindATextEndsForBothSides() throws Exception {
    says = List.of(HEAD + FIRST, REST);
    proxy.next("GET", "/x", new Fate.CutBehind("[1"));

    assertThat(all("GET")).isEqualTo(HEAD + "2\r\n[1");

    goOn.countDown();
    gone.await();
    assertThat(proxy.exchanges()).isEmpty();
  }

  @Test
  void answerThatIsHeldBehindATextGoesOnWithASign() throws IOException {
    CountDownLatch sign = new CountDownLatch(1);
    proxy.next("GET", "/x", new Fate.HeldBehind("[1", sign));
    try (Socket client = ask("GET")) {
      assertThat(some(client, HEAD + "2\r\n[1")).isEqualTo(HEAD + "2\r\n[1");
      assertThat(client.getInputStream().available()).isZero();

      sign.countDown();

      assertThat(some(client, "\r\n" + REST)).isEqualTo("\r\n" + REST);
    }
    assertThat(proxy.exchanges()).hasSize(1);
  }
}
