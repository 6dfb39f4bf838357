package io.github.openhands4j.compat.internal.http.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openhands4j.compat.http.V0Request;
import io.github.openhands4j.compat.http.V0Response;
import io.github.openhands4j.compat.http.V0Router;
import io.github.openhands4j.compat.internal.http.memory.MemoryV0Client;
import io.github.openhands4j.core.ClientOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Bodies that come at the same time are held within one bound. */
class BodyLimitsTest {

  private static final int CHUNK = 1 << 16;
  private static final int BIG = 3 * CHUNK;
  private static final String CREATE = "/api/conversations";

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch firstIsHeld = new CountDownLatch(1);
  private final CountDownLatch firstMayEnd = new CountDownLatch(1);
  private final MemoryV0Client client = new MemoryV0Client();
  private final V0Router router =
      V0Router.builder()
          .options(ClientOptions.builder().baseUrl("https://v1.invalid").noApiKey().build())
          .backend(options -> client)
          .maxBodyBytes(BIG)
          .maxBodiesBytes(BIG + CHUNK)
          .build();

  /** Stops before its end until it is let go. */
  private final class Gate extends InputStream {

    @Override
    public int read() {
      firstIsHeld.countDown();
      try {
        assertThat(firstMayEnd.await(10, TimeUnit.SECONDS)).isTrue();
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
      return -1;
    }
  }

  private static byte[] create(int length) {
    String empty = "{\"initial_user_msg\":\"\"}";
    return ("{\"initial_user_msg\":\"" + "x".repeat(length - empty.length()) + "\"}")
        .getBytes(StandardCharsets.UTF_8);
  }

  private String send(InputStream body, Map<String, List<String>> more) throws IOException {
    Map<String, List<String>> headers = new HashMap<>(more);
    headers.put("Authorization", List.of("Bearer sk-test-not-a-key"));
    try (V0Response answer = router.answer(new V0Request("POST", CREATE, headers, body))) {
      return answer.status()
          + " "
          + new String(answer.body().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private String send(int length) throws IOException {
    return send(new ByteArrayInputStream(create(length)), Map.of());
  }

  @AfterEach
  void close() {
    firstMayEnd.countDown();
    threads.shutdownNow();
    router.close();
  }

  @Test
  void bodiesBeyondTheBoundOfAllAreRefusedUntilThereIsRoomAgain() throws Exception {
    InputStream slow =
        new SequenceInputStream(
            Collections.enumeration(
                List.of(new ByteArrayInputStream(create(BIG)), (InputStream) new Gate())));
    Future<String> first = threads.submit(() -> send(slow, Map.of()));
    assertThat(firstIsHeld.await(10, TimeUnit.SECONDS)).isTrue();

    assertThat(send(2 * CHUNK))
        .isEqualTo(
            "429 {\"detail\":\"Too many large requests at the same time. Nothing was done: send it"
                + " again later.\"}");
    assertThat(send(100)).startsWith("200 ");
    assertThat(client.creates()).hasSize(1);

    firstMayEnd.countDown();
    assertThat(first.get(10, TimeUnit.SECONDS)).startsWith("200 ");
    for (int i = 0; i < 3; i++) {
      assertThat(send(BIG)).startsWith("200 ");
    }
  }

  @Test
  void bodyThatSaysThatItIsTooLongIsNotRead() throws IOException {
    AtomicInteger read = new AtomicInteger();
    InputStream body =
        new InputStream() {
          @Override
          public int read() {
            read.incrementAndGet();
            return -1;
          }
        };

    assertThat(send(body, Map.of("Content-Length", List.of(String.valueOf(BIG + 1)))))
        .startsWith("413 ");
    assertThat(read).hasValue(0);
    assertThat(send(BIG + 1)).startsWith("413 ");
  }
}
