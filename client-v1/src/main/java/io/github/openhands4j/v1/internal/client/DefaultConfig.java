package io.github.openhands4j.v1.internal.client;

import io.github.openhands4j.core.internal.resilience.Calls;
import io.github.openhands4j.core.internal.resilience.OperationClass;
import io.github.openhands4j.model.v1.LlmModel;
import io.github.openhands4j.model.v1.LlmProvider;
import io.github.openhands4j.v1.Config;
import io.github.openhands4j.v1.ModelQuery;
import io.github.openhands4j.v1.Paged;
import io.github.openhands4j.v1.api.ConfigApi;
import io.github.openhands4j.v1.internal.page.PagedCalls;
import io.github.openhands4j.v1.internal.page.QueryParameters;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Language models over the raw door.
 *
 * @param api the operations
 * @param calls carries them out
 * @param typed makes typed answers
 */
record DefaultConfig(ConfigApi api, Calls calls, Typed typed) implements Config {

  private record ModelName(@Nullable String provider, String name) {}

  @Override
  public Paged<LlmModel> models(ModelQuery wanted) {
    return new PagedCalls<>(
        QueryParameters.ofSearch(wanted),
        model -> new ModelName(model.provider(), model.name()),
        query ->
            typed.page(
                calls.call(OperationClass.READ, times -> api.models(query, times)),
                LlmModel.class));
  }

  @Override
  public Paged<LlmProvider> providers() {
    return new PagedCalls<>(
        Map.of(),
        LlmProvider::name,
        query ->
            typed.page(
                calls.call(OperationClass.READ, times -> api.providers(query, times)),
                LlmProvider.class));
  }
}
