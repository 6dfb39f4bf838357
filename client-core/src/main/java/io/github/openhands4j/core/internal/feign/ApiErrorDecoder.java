package io.github.openhands4j.core.internal.feign;

import feign.Response;
import feign.codec.ErrorDecoder;
import io.github.openhands4j.core.ApiException;
import io.github.openhands4j.core.ErrorAnswer;
import io.github.openhands4j.core.internal.http.Operation;
import io.github.openhands4j.core.internal.json.ServerMessages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Makes an {@link ApiException} of an answer that is not a success. */
final class ApiErrorDecoder implements ErrorDecoder {

  private static final int MOST_BODY = 64 * 1024;

  private final ServerMessages messages;

  ApiErrorDecoder(ServerMessages messages) {
    this.messages = messages;
  }

  @Override
  public Exception decode(String methodKey, Response response) {
    String body = body(response);
    return ApiException.of(
        new ErrorAnswer(
            Operation.of(response.request()),
            response.status(),
            headers(response),
            body,
            messages.find(body).orElse(null)));
  }

  private static Map<String, List<String>> headers(Response response) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    response
        .headers()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
    headers.remove("set-cookie");
    return headers;
  }

  private static String body(Response response) {
    if (response.body() == null) {
      return "";
    }
    try {
      return new String(
          response.body().asInputStream().readNBytes(MOST_BODY), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return ""; // the transport read the whole body before: there is nothing left to fail
    }
  }
}
