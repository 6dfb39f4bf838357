package io.github.openhands4j.v1.internal.client;

import io.github.openhands4j.core.NotFoundException;
import io.github.openhands4j.core.internal.resilience.Calls;
import io.github.openhands4j.core.internal.resilience.OperationClass;
import io.github.openhands4j.model.ProviderType;
import io.github.openhands4j.model.v1.CustomSecret;
import io.github.openhands4j.model.v1.CustomSecretCreate;
import io.github.openhands4j.model.v1.CustomSecretUpdate;
import io.github.openhands4j.model.v1.ProviderToken;
import io.github.openhands4j.v1.Paged;
import io.github.openhands4j.v1.Secrets;
import io.github.openhands4j.v1.api.SecretsApi;
import io.github.openhands4j.v1.internal.page.PagedCalls;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Secrets over the raw door.
 *
 * @param api the operations
 * @param calls carries them out
 */
record DefaultSecrets(SecretsApi api, Calls calls) implements Secrets {

  @Override
  public Paged<CustomSecret> list() {
    return listed(Map.of());
  }

  @Override
  public Paged<CustomSecret> list(String nameContains) {
    return listed(Map.of("name__contains", nameContains));
  }

  private Paged<CustomSecret> listed(Map<String, Object> filters) {
    return new PagedCalls<>(
        filters,
        CustomSecret::name,
        query -> calls.call(OperationClass.READ, times -> api.search(query, times)));
  }

  @Override
  public void store(CustomSecretCreate secret) {
    calls.call(OperationClass.OTHER_WRITE, times -> api.create(secret, times));
  }

  @Override
  public void update(String name, CustomSecretUpdate changes) {
    calls.call(OperationClass.OTHER_WRITE, times -> api.update(name, changes, times));
  }

  @Override
  public boolean delete(String name) {
    try {
      calls.call(OperationClass.OTHER_WRITE, times -> api.delete(name, times));
      return true;
    } catch (NotFoundException unknown) {
      return false;
    }
  }

  @Override
  public void storeGitProviders(Map<ProviderType, ProviderToken> tokens) {
    Map<String, Object> named = new LinkedHashMap<>();
    tokens.forEach((provider, token) -> named.put(provider.value(), token));
    Map<String, Object> body = Map.of("provider_tokens", named);
    calls.call(OperationClass.OTHER_WRITE, times -> api.storeGitProviders(body, times));
  }

  @Override
  public void forgetGitProviders() {
    calls.call(OperationClass.OTHER_WRITE, api::deleteGitProviders);
  }
}
