package io.github.openhands4j.compat.http;

import feign.Client;
import feign.Request;
import feign.Response;
import io.github.openhands4j.compat.V0Usage;
import io.github.openhands4j.core.ConfigurationException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Runs hand-written Feign interfaces of the removed V0 API on V1, with no other change:
 *
 * <pre>{@code
 * MyV0Api api =
 *     Feign.builder()
 *         .client(V0CompatFeignClient.fromEnv())
 *         .decoder(new JacksonDecoder())
 *         .encoder(new JacksonEncoder())
 *         .target(MyV0Api.class, "https://app.all-hands.dev");
 * }</pre>
 *
 * <ul>
 *   <li><b>Nothing is started twice.</b> Feign's {@code Retryer} repeats a call when its client
 *       throws an {@code IOException}, or when an answer has a {@code Retry-After} header. This
 *       client throws none, and no answer to a write has the header, so no {@code Retryer} repeats
 *       a create. One whose outcome is unknown is an answer with status 409, which names the
 *       conversation's id: a {@code FeignException.Conflict} unless the interface has an {@code
 *       ErrorDecoder} of its own. Do not let that one make a {@code RetryableException} of it.
 *   <li><b>Other hosts.</b> Requests are answered from V1 if they are for {@code
 *       app.all-hands.dev}, for the configured server, or for an address named in the builder. Any
 *       other is passed on to {@link V0CompatFeignClientBuilder#elsewhere}, or refused with an
 *       {@code IllegalStateException}: its headers may hold somebody else's key. The {@code url} of
 *       a record is one at the address the record was read from, so requests that follow it come
 *       here too.
 *   <li><b>Paths.</b> If an address has a path, as behind a gateway, it is taken off requests for
 *       what is below it, and stands in the {@code url} of their records.
 *   <li><b>Keys.</b> The request's own, {@code Authorization: Bearer} or {@code X-Session-API-Key};
 *       the configured one if it has none. A key for {@code app.all-hands.dev} is not given to
 *       another configured server as long as there is a configured key, unless the builder names
 *       that address.
 *   <li><b>Time.</b> Feign's {@code Request.Options} do not count; the timeouts of {@code
 *       ClientOptions} do.
 * </ul>
 *
 * Thread-safe. One is enough for all interfaces; closing it ends open calls.
 */
public final class V0CompatFeignClient implements Client, AutoCloseable {

  private static final Set<String> KEYS = Set.of("authorization", "x-session-api-key");

  private final V0Router router;
  private final Set<Served> served;
  private final Set<String> origins;
  private final Set<String> keyless;
  private final Optional<Client> elsewhere;

  /** Keys of requests for the {@code keyless} of the served origins are left behind. */
  V0CompatFeignClient(
      V0Router router, Set<Served> served, Set<String> keyless, Optional<Client> elsewhere) {
    this.router = router;
    this.served = served;
    this.origins = served.stream().map(Served::origin).collect(Collectors.toSet());
    this.keyless = keyless;
    this.elsewhere = elsewhere;
  }

  /**
   * A client with all settings from system properties and the environment.
   *
   * @return a new client
   * @throws ConfigurationException if a setting is refused
   */
  public static V0CompatFeignClient fromEnv() {
    return builder().build();
  }

  /**
   * A builder of clients.
   *
   * @return a new builder
   */
  public static V0CompatFeignClientBuilder builder() {
    return new V0CompatFeignClientBuilder();
  }

  /**
   * Answers a request of a Feign interface. Not meant to be called by programs.
   *
   * @param request the request
   * @param options not used
   * @return its answer
   * @throws IOException only if another client, for another host, does
   * @throws IllegalStateException if the request is for a host that is not served
   */
  @Override
  public Response execute(Request request, Request.Options options) throws IOException {
    Served asked = Served.of(request.url());
    if (origins.contains(asked.origin())) {
      return answered(request, asked);
    }
    if (elsewhere.isPresent()) {
      return elsewhere.get().execute(request, options);
    }
    throw new IllegalStateException(
        "A request for "
            + asked.origin()
            + " was not sent: V0CompatFeignClient answers for "
            + served.stream().map(Served::toString).collect(Collectors.joining(", "))
            + ". Name the address with servedAt(...), or a client for other hosts with"
            + " elsewhere(...).");
  }

  private Response answered(Request request, Served asked) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    boolean keyStays = keyless.contains(asked.origin());
    request
        .headers()
        .forEach(
            (name, values) -> {
              if (!keyStays || !KEYS.contains(name.toLowerCase(Locale.ROOT))) {
                headers.put(name, new ArrayList<>(values));
              }
            });
    InputStream body =
        request.body() == null
            ? InputStream.nullInputStream()
            : new ByteArrayInputStream(request.body());
    V0Response answer =
        router.answer(
            new V0Request(request.httpMethod().name(), request.url(), headers, body),
            prefix(asked));
    Map<String, Collection<String>> answered = new LinkedHashMap<>();
    answer.headers().forEach((name, value) -> answered.put(name, List.of(value)));
    String length = answer.headers().get("Content-Length");
    return Response.builder()
        .status(answer.status())
        .reason("")
        .headers(answered)
        .body(answer.body(), length == null ? null : Integer.valueOf(length))
        .request(request)
        .build();
  }

  /** The path before V0's own: the longest that fits. */
  private String prefix(Served asked) {
    return served.stream()
        .filter(address -> address.holds(asked))
        .map(Served::path)
        .max(Comparator.comparingInt(String::length))
        .orElse("");
  }

  /**
   * Which V0 operations the interfaces have called so far, and what was lost by them. The same
   * stands in the log, once, when this client is closed.
   *
   * @return the counts
   */
  public V0Usage usage() {
    return router.usage();
  }

  /** Closes what it runs on. */
  @Override
  public void close() {
    router.close();
  }
}
