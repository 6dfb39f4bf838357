package io.github.openhands4j.core.internal.feign;

import feign.Contract;
import feign.DefaultContract;
import feign.MethodMetadata;
import feign.Param;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads an interface as Feign does, and has each argument encoded that goes into a URL. Feign
 * itself leaves a value alone that looks encoded already: {@code 50%25} would reach the server as
 * {@code 50%}. It gives no say in maps of parameters, so only operations that Feign does not carry
 * out may have one.
 */
final class UrlContract implements Contract {

  private final Contract feign = new DefaultContract();

  @Override
  public List<MethodMetadata> parseAndValidateMetadata(Class<?> api) {
    List<MethodMetadata> operations = feign.parseAndValidateMetadata(api);
    operations.forEach(UrlContract::encodeWhatGoesIntoTheUrl);
    return operations;
  }

  private static void encodeWhatGoesIntoTheUrl(MethodMetadata operation) {
    if (operation.queryMapIndex() != null && !ReadShape.canBe(operation)) {
      throw new IllegalStateException(operation.configKey() + ": a map in the query of no read");
    }
    Map<Integer, Param.Expander> expanders = new HashMap<>();
    operation
        .indexToName()
        .forEach(
            (index, names) -> {
              Param.Expander own = expander(operation.indexToExpanderClass().get(index));
              expanders.put(
                  index,
                  isForTheUrlOnly(operation, names)
                      ? value -> UrlText.encode(own.expand(value))
                      : own);
            });
    operation.indexToExpander(expanders);
  }

  /** What is a header as well stays as it is, since an expander does not know which it is for. */
  private static boolean isForTheUrlOnly(MethodMetadata operation, Collection<String> names) {
    String url = operation.template().url();
    String headers = operation.template().headers().toString();
    return names.stream()
        .map(name -> "{" + name + "}")
        .anyMatch(variable -> url.contains(variable) && !headers.contains(variable));
  }

  private static Param.Expander expander(@Nullable Class<? extends Param.Expander> type) {
    if (type == null) {
      return String::valueOf;
    }
    try {
      return type.getConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type.getName(), e);
    }
  }
}
