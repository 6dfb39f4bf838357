package io.github.openhands4j.core.internal.feign;

import feign.InvocationHandlerFactory.MethodHandler;
import feign.MethodMetadata;
import feign.Request;
import feign.Response;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Carries out an operation that only reads. Feign makes the URL and the headers of each request
 * anew from templates, which takes longer than to read the answer. Thread-safe.
 */
final class ReadCall implements MethodHandler {

  private static final Object[] NO_ARGUMENTS = {};

  private final MethodMetadata operation;
  private final ServerCalls server;
  private final UrlTemplate url;
  private final Map<String, Collection<String>> headers;

  ReadCall(MethodMetadata operation, ServerCalls server) {
    this.operation = operation;
    this.server = server;
    this.url = UrlTemplate.of(operation);
    this.headers = operation.template().headers();
  }

  /** Whether nothing but the URL of an operation depends on its arguments. */
  static boolean canCarryOut(MethodMetadata operation) {
    return operation.template().method().equals(Request.HttpMethod.GET.name())
        && operation.urlIndex() == null
        && operation.bodyIndex() == null
        && operation.formParams().isEmpty()
        && operation.headerMapIndex() == null
        && operation.template().headers().values().stream()
            .flatMap(Collection::stream)
            .noneMatch(value -> value.contains("{"));
  }

  @Override
  public @Nullable Object invoke(@Nullable Object[] arguments) throws Exception {
    Object[] given = arguments == null ? NO_ARGUMENTS : arguments;
    Request request =
        Request.create(
            Request.HttpMethod.GET,
            server.url() + url.fill(given),
            headers,
            null,
            StandardCharsets.UTF_8,
            operation.template());
    Response response = server.client().execute(request, times(given));
    if (response.status() / 100 == 2) {
      return server.decoder().decode(response, operation.returnType());
    }
    throw server.errorDecoder().decode(operation.configKey(), response);
  }

  private Request.Options times(@Nullable Object[] arguments) {
    for (Object argument : arguments) {
      if (argument instanceof Request.Options given) {
        return given;
      }
    }
    return server.times();
  }
}
