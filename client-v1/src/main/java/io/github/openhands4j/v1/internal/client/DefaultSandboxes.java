package io.github.openhands4j.v1.internal.client;

import feign.Request;
import io.github.openhands4j.core.ClientOptions;
import io.github.openhands4j.core.ConfigurationException;
import io.github.openhands4j.core.ErrorCode;
import io.github.openhands4j.core.NotFoundException;
import io.github.openhands4j.core.StreamedAnswer;
import io.github.openhands4j.core.internal.http.CallTimes;
import io.github.openhands4j.core.internal.resilience.Calls;
import io.github.openhands4j.core.internal.resilience.OperationClass;
import io.github.openhands4j.model.Secret;
import io.github.openhands4j.model.v1.CustomSecret;
import io.github.openhands4j.model.v1.SandboxInfo;
import io.github.openhands4j.v1.Paged;
import io.github.openhands4j.v1.Sandboxes;
import io.github.openhands4j.v1.api.SandboxesApi;
import io.github.openhands4j.v1.api.raw.SandboxSecretsApi;
import io.github.openhands4j.v1.internal.batch.BatchReads;
import io.github.openhands4j.v1.internal.page.PagedCalls;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Sandboxes over the raw door.
 *
 * @param api the operations
 * @param secrets what a sandbox may ask for
 * @param calls carries them out
 * @param options limit answers
 */
record DefaultSandboxes(
    SandboxesApi api, SandboxSecretsApi secrets, Calls calls, ClientOptions options)
    implements Sandboxes {

  @Override
  public Optional<SandboxInfo> get(String id) {
    return new BatchReads(calls).one(id, SandboxInfo::id, api::batchGet);
  }

  @Override
  public Map<String, SandboxInfo> getAll(Collection<String> ids) {
    return new BatchReads(calls).all(ids, SandboxInfo::id, api::batchGet);
  }

  @Override
  public Paged<SandboxInfo> list() {
    return new PagedCalls<>(
        Map.of(),
        SandboxInfo::id,
        query -> calls.call(OperationClass.READ, times -> api.search(query, times)));
  }

  @Override
  public SandboxInfo create() {
    return calls.call(OperationClass.OTHER_WRITE, times -> api.create(null, times));
  }

  @Override
  public SandboxInfo create(String specId) {
    return calls.call(OperationClass.OTHER_WRITE, times -> api.create(specId, times));
  }

  @Override
  public void pause(String id) {
    calls.call(OperationClass.OTHER_WRITE, times -> api.pause(id, times));
  }

  @Override
  public void resume(String id) {
    calls.call(OperationClass.OTHER_WRITE, times -> api.resume(id, times));
  }

  @Override
  public boolean delete(String id) {
    try {
      return calls.call(OperationClass.OTHER_WRITE, times -> api.delete(id, times)).success();
    } catch (NotFoundException unknown) {
      return false;
    }
  }

  @Override
  public List<CustomSecret> secretNames(SandboxInfo sandbox) {
    String key = key(sandbox);
    return calls
        .call(OperationClass.READ, times -> secrets.names(sandbox.id(), key, times))
        .secrets();
  }

  @Override
  public Optional<Secret> secret(SandboxInfo sandbox, String name) {
    String key = key(sandbox);
    try {
      return Optional.of(
          calls.call(
              OperationClass.READ,
              times -> text(secrets.value(sandbox.id(), name, key, whole(times)))));
    } catch (NotFoundException unknown) {
      return Optional.empty();
    }
  }

  /** It is read as a whole, so it has the limits of answers that are. */
  private Request.Options whole(Request.Options times) {
    Duration left = Duration.ofMillis(times.readTimeoutMillis());
    return CallTimes.streamed(options, left, left, options.maxAnswerBytes());
  }

  private static Secret text(StreamedAnswer answer) {
    try (answer) {
      return Secret.of(new String(answer.body().readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e); // the body throws this library's exceptions only
    }
  }

  private static String key(SandboxInfo sandbox) {
    Secret key = sandbox.sessionApiKey();
    if (key == null) {
      throw new ConfigurationException(
          ErrorCode.ARGUMENT_REFUSED,
          "The sandbox has no key because it does not run; resume it and read it again.");
    }
    return key.reveal();
  }
}
