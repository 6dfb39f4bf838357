package io.github.openhands4j.compat.internal.account;

import io.github.openhands4j.core.internal.resilience.Calls;
import io.github.openhands4j.core.internal.resilience.OperationClass;
import io.github.openhands4j.model.ProviderType;
import io.github.openhands4j.v1.api.V1Api;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The providers of a V0 call that names none: V0 asked all connected ones, V1 wants one named. */
final class ConnectedProviders {

  private final V1Api api;
  private final Calls calls;

  ConnectedProviders(V1Api api, Calls calls) {
    this.api = api;
    this.calls = calls;
  }

  /**
   * The providers to ask.
   *
   * @param selected the one the caller names, or null, which costs a request
   * @return the connected ones in the server's order; {@code enterprise_sso} has no repositories
   */
  List<ProviderType> of(@Nullable ProviderType selected) {
    if (selected != null) {
      return List.of(selected);
    }
    Map<String, @Nullable Object> settings =
        calls.call(OperationClass.READ, times -> api.settings().get(times));
    return settings.get("provider_tokens_set") instanceof Map<?, ?> set
        ? set.keySet().stream()
            .map(name -> ProviderType.of(String.valueOf(name)))
            .filter(provider -> !provider.equals(ProviderType.ENTERPRISE_SSO))
            .toList()
        : List.of();
  }
}
