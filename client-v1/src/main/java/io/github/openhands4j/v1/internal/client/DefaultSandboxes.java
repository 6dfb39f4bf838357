package io.github.openhands4j.v1.internal.client;

import io.github.openhands4j.core.internal.resilience.Calls;
import io.github.openhands4j.core.internal.resilience.OperationClass;
import io.github.openhands4j.model.v1.SandboxInfo;
import io.github.openhands4j.v1.Sandboxes;
import io.github.openhands4j.v1.api.SandboxesApi;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Sandboxes over the raw door.
 *
 * @param api the operations
 * @param calls carries them out
 */
record DefaultSandboxes(SandboxesApi api, Calls calls) implements Sandboxes {

  @Override
  public Optional<SandboxInfo> get(String id) {
    return calls.call(OperationClass.READ, options -> api.batchGet(List.of(id), options)).stream()
        .filter(Objects::nonNull)
        .findFirst();
  }

  @Override
  public void pause(String id) {
    calls.call(OperationClass.OTHER_WRITE, options -> api.pause(id, options));
  }

  @Override
  public void resume(String id) {
    calls.call(OperationClass.OTHER_WRITE, options -> api.resume(id, options));
  }
}
