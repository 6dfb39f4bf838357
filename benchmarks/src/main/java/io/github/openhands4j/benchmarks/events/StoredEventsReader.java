package io.github.openhands4j.benchmarks.events;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import io.github.openhands4j.core.ClientOptions;
import io.github.openhands4j.core.internal.json.Json;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.v1.event.Event;
import io.github.openhands4j.v1.OpenHandsClient;
import java.io.IOException;
import java.net.URI;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Reads all events of a conversation in a JVM of its own, whose heap is bounded by whoever starts
 * it: with the client, and with OkHttp and an iterator of Jackson by hand, in turns.
 */
public final class StoredEventsReader {

  private static final ObjectReader EVENTS = Json.mapper(1L << 28).readerFor(Event.class);
  private static final OkHttpClient HTTP = new OkHttpClient();

  private StoredEventsReader() {}

  /**
   * Prints a line for each round: the nanoseconds of the client's turn, those of the turn by hand.
   *
   * @param arguments the server's base URL, how many events it has, how many rounds
   * @throws IOException if a page cannot be read by hand
   */
  public static void main(String[] arguments) throws IOException {
    URI server = URI.create(arguments[0]);
    long events = Long.parseLong(arguments[1]);
    int rounds = Integer.parseInt(arguments[2]);
    ClientOptions options =
        ClientOptions.builder().baseUrl(server).apiKey("sk-test-not-a-key").build();
    try (OpenHandsClient client = OpenHandsClient.create(options)) {
      for (int round = -1; round < rounds; round++) { // the first one warms up
        long begun = System.nanoTime();
        check(events, typed(client));
        long between = System.nanoTime();
        check(events, byHand(server));
        long end = System.nanoTime();
        if (round >= 0) {
          System.out.println((between - begun) + " " + (end - between));
        }
      }
    }
    HTTP.dispatcher().executorService().shutdown();
    HTTP.connectionPool().evictAll();
  }

  private static void check(long expected, long read) {
    if (read != expected) {
      throw new IllegalStateException("read " + read + " of " + expected);
    }
  }

  private static long typed(OpenHandsClient client) {
    try (Stream<Event> all =
        client.conversation(ConversationId.parse(EventAccount.ID)).orElseThrow().events().all()) {
      return all.mapToLong(event -> event.kind().isEmpty() ? 0 : 1).sum();
    }
  }

  private static long byHand(URI server) throws IOException {
    long count = 0;
    String next = "";
    while (next != null) {
      String url =
          server
              + "/api/v1/conversation/"
              + EventAccount.ID
              + "/events/search?sort_order=TIMESTAMP&limit=100"
              + (next.isEmpty() ? "" : "&page_id=" + next);
      try (Response answer = HTTP.newCall(new Request.Builder().url(url).build()).execute();
          JsonParser page = EVENTS.getFactory().createParser(answer.body().byteStream())) {
        page.nextToken();
        page.nextFieldName(); // items
        page.nextToken();
        page.clearCurrentToken(); // the iterator begins with the first event
        MappingIterator<Event> events = EVENTS.readValues(page);
        while (events.hasNext()) {
          count += events.next().kind().isEmpty() ? 0 : 1;
        }
        next = nextPage(page);
      }
    }
    return count;
  }

  private static @Nullable String nextPage(JsonParser page) throws IOException {
    page.nextFieldName(); // next_page_id
    return page.nextTextValue();
  }
}
