package io.github.openhands4j.core.internal.feign;

import feign.Client;
import feign.Request;
import feign.Response;
import io.github.openhands4j.core.RawAnswer;
import io.github.openhands4j.core.internal.http.Operation;
import io.github.openhands4j.core.internal.http.WholeBody;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How some calls of a client differ from the others.
 *
 * @param headers further headers of each request, by name
 * @param listener told each answer that is read as a whole, or null
 */
public record CallView(
    Map<String, String> headers, @Nullable Consumer<? super RawAnswer> listener) {

  private static final Logger LOG = LoggerFactory.getLogger("io.github.openhands4j.http");

  /** Calls as they are. */
  public static final CallView NONE = new CallView(Map.of(), null);

  /** Copies the headers. */
  public CallView {
    headers = Map.copyOf(headers);
  }

  Client over(Client transport) {
    return headers.isEmpty() && listener == null
        ? transport
        : (request, options) -> told(request, transport.execute(with(request), options));
  }

  private Request with(Request request) {
    if (headers.isEmpty()) {
      return request;
    }
    Map<String, Collection<String>> all = new LinkedHashMap<>(request.headers());
    headers.forEach((name, value) -> all.put(name, List.of(value)));
    return Request.create(
        request.httpMethod(),
        request.url(),
        all,
        request.body(),
        request.charset(),
        request.requestTemplate());
  }

  private Response told(Request request, Response response) {
    if (listener == null || !(response.body() instanceof WholeBody body)) {
      return response; // also what is read while it arrives
    }
    Map<String, List<String>> named = new LinkedHashMap<>();
    response
        .headers()
        .forEach((name, values) -> named.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
    named.remove("set-cookie");
    tell(listener, new RawAnswer(Operation.of(request), response.status(), named, body.bytes()));
    return response;
  }

  /** The answer of a start must not get lost because a listener of it fails. */
  private static void tell(Consumer<? super RawAnswer> listener, RawAnswer answer) {
    try {
      listener.accept(answer);
    } catch (RuntimeException | Error failure) {
      LOG.warn(
          "a listener of answers failed [op={}, failure={}]",
          answer.operation(),
          failure.getClass().getName());
    }
  }
}
