package io.github.openhands4j.v1.internal.client;

import io.github.openhands4j.core.internal.resilience.Calls;
import io.github.openhands4j.core.internal.resilience.OperationClass;
import io.github.openhands4j.model.v1.SandboxSpecInfo;
import io.github.openhands4j.v1.Paged;
import io.github.openhands4j.v1.SandboxSpecs;
import io.github.openhands4j.v1.api.SandboxSpecsApi;
import io.github.openhands4j.v1.internal.batch.BatchReads;
import io.github.openhands4j.v1.internal.page.PagedCalls;
import java.util.Map;
import java.util.Optional;

/**
 * Specifications over the raw door.
 *
 * @param api the operations
 * @param calls carries them out
 */
record DefaultSandboxSpecs(SandboxSpecsApi api, Calls calls) implements SandboxSpecs {

  @Override
  public Optional<SandboxSpecInfo> get(String id) {
    return new BatchReads(calls).one(id, SandboxSpecInfo::id, api::batchGet);
  }

  @Override
  public Paged<SandboxSpecInfo> list() {
    return new PagedCalls<>(
        Map.of(),
        SandboxSpecInfo::id,
        query -> calls.call(OperationClass.READ, times -> api.search(query, times)));
  }
}
