package io.github.openhands4j.core.internal.feign;

import feign.MethodMetadata;
import java.util.List;

/**
 * What there is to know of an interface before there is a server for it: read once, however many
 * clients and views of clients there are. Not to be changed.
 *
 * @param operations all of its operations
 * @param reads those that {@link ReadCall} carries out
 */
record ApiShape(List<MethodMetadata> operations, List<ReadShape> reads) {

  static ApiShape of(Class<?> api) {
    List<MethodMetadata> operations = new UrlContract().parseAndValidateMetadata(api);
    return new ApiShape(
        operations, operations.stream().filter(ReadShape::canBe).map(ReadShape::of).toList());
  }
}
