package io.github.openhands4j.core.internal.feign;

import feign.InvocationHandlerFactory.MethodHandler;
import feign.Request;
import feign.Response;
import feign.codec.DecodeException;
import io.github.openhands4j.core.OpenHandsException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Carries out an operation that only reads. Feign makes the URL and the headers of each request
 * anew from templates, which takes longer than to read the answer. Thread-safe.
 *
 * @param read the operation
 * @param server the server it is for
 */
record ReadCall(ReadShape read, ServerCalls server) implements MethodHandler {

  @Override
  public @Nullable Object invoke(@Nullable Object @Nullable [] arguments) throws Exception {
    @Nullable Object[] given = arguments == null ? new Object[0] : arguments;
    Request request =
        Request.create(
            Request.HttpMethod.GET,
            server.url() + read.url().fill(given),
            read.headers(),
            null,
            StandardCharsets.UTF_8,
            read.operation().template());
    Response response = server.client().execute(request, times(given));
    if (response.status() / 100 == 2) {
      return decoded(response);
    }
    throw server.errorDecoder().decode(read.operation().configKey(), response);
  }

  /** Wraps what nobody expected as Feign does, whose exceptions are dealt with in one place. */
  private @Nullable Object decoded(Response response) throws IOException {
    try {
      return server.decoder().decode(response, read.operation().returnType());
    } catch (OpenHandsException own) {
      throw own;
    } catch (RuntimeException unexpected) {
      throw new DecodeException(
          response.status(), "the answer cannot be read", response.request(), unexpected);
    }
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
