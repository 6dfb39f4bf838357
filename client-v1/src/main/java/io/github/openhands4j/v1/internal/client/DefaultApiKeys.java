package io.github.openhands4j.v1.internal.client;

import io.github.openhands4j.core.NotFoundException;
import io.github.openhands4j.core.internal.json.Rows;
import io.github.openhands4j.core.internal.resilience.Calls;
import io.github.openhands4j.core.internal.resilience.OperationClass;
import io.github.openhands4j.model.Secret;
import io.github.openhands4j.model.v1.ApiKeyCreate;
import io.github.openhands4j.model.v1.ApiKeyInfo;
import io.github.openhands4j.model.v1.CurrentApiKey;
import io.github.openhands4j.model.v1.NewApiKey;
import io.github.openhands4j.v1.ApiKeys;
import io.github.openhands4j.v1.api.ApiKeysApi;
import java.util.List;
import java.util.Optional;

/**
 * Keys over the raw door.
 *
 * @param api the operations
 * @param calls carries them out
 */
record DefaultApiKeys(ApiKeysApi api, Calls calls) implements ApiKeys {

  @Override
  public List<ApiKeyInfo> list() {
    return Rows.readable(calls.call(OperationClass.READ, api::list));
  }

  @Override
  public NewApiKey create(ApiKeyCreate key) {
    return calls.call(OperationClass.OTHER_WRITE, times -> api.create(key, times));
  }

  @Override
  public boolean delete(long id) {
    try {
      calls.call(OperationClass.OTHER_WRITE, times -> api.delete(id, times));
      return true;
    } catch (NotFoundException unknown) {
      return false;
    }
  }

  @Override
  public CurrentApiKey current() {
    return calls.call(OperationClass.READ, api::current);
  }

  @Override
  public Optional<Secret> llmKey() {
    return Optional.ofNullable(calls.call(OperationClass.READ, api::llmKey).key());
  }

  @Override
  public Optional<Secret> refreshLlmKey() {
    return Optional.ofNullable(calls.call(OperationClass.OTHER_WRITE, api::refreshLlmKey).key());
  }

  @Override
  public boolean llmKeyPermitted() {
    return Boolean.TRUE.equals(
        calls.call(OperationClass.READ, api::llmKeyPermitted).get("permitted"));
  }

  @Override
  public boolean refreshManagedLlmKey() {
    return Boolean.TRUE.equals(
        calls.call(OperationClass.OTHER_WRITE, api::refreshManagedLlmKey).get("refreshed"));
  }
}
