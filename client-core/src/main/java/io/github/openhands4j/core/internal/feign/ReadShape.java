package io.github.openhands4j.core.internal.feign;

import feign.MethodMetadata;
import feign.Request;
import feign.Response;
import feign.TypedResponse;
import feign.Types;
import java.util.Collection;
import java.util.Map;

/**
 * An operation of which nothing but the URL depends on its arguments.
 *
 * @param operation what Feign knows of it
 * @param url its URL
 * @param headers its headers
 */
record ReadShape(
    MethodMetadata operation, UrlTemplate url, Map<String, Collection<String>> headers) {

  static ReadShape of(MethodMetadata operation) {
    return new ReadShape(operation, UrlTemplate.of(operation), operation.template().headers());
  }

  /** Whether an operation is of this kind, and its answer a value. */
  static boolean canBe(MethodMetadata operation) {
    return operation.template().method().equals(Request.HttpMethod.GET.name())
        && operation.urlIndex() == null
        && operation.bodyIndex() == null
        && operation.formParams().isEmpty()
        && operation.headerMapIndex() == null
        && operation.template().headers().values().stream()
            .flatMap(Collection::stream)
            .noneMatch(value -> value.contains("{"))
        && isValue(Types.getRawType(operation.returnType()));
  }

  private static boolean isValue(Class<?> type) {
    return type != void.class && type != Response.class && type != TypedResponse.class;
  }
}
