package io.github.openhands4j.compat.internal.account;

import static io.github.openhands4j.compat.operations.V0Operation.CREATE_SECRET;
import static io.github.openhands4j.compat.operations.V0Operation.DELETE_SECRET;
import static io.github.openhands4j.compat.operations.V0Operation.LIST_SECRETS;
import static io.github.openhands4j.compat.operations.V0Operation.UPDATE_SECRET;

import io.github.openhands4j.compat.internal.translate.V0Bodies;
import io.github.openhands4j.compat.internal.usage.V0Calls;
import io.github.openhands4j.core.BadRequestException;
import io.github.openhands4j.core.NotFoundException;
import io.github.openhands4j.core.internal.resilience.Calls;
import io.github.openhands4j.core.internal.resilience.OperationClass;
import io.github.openhands4j.model.Secret;
import io.github.openhands4j.model.v0.CustomSecret;
import io.github.openhands4j.model.v1.CustomSecretCreate;
import io.github.openhands4j.model.v1.CustomSecretUpdate;
import io.github.openhands4j.v0.V0Exception;
import io.github.openhands4j.v0.V0Secrets;
import io.github.openhands4j.v1.api.V1Api;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** V0's secrets, in V1's. */
public final class SecretsOnV1 implements V0Secrets {

  private final V0Calls v0;
  private final V1Api api;
  private final Calls calls;
  private final Rows rows;

  /**
   * Creates the group.
   *
   * @param v0 counts the calls
   * @param api the V1 door
   * @param calls makes the requests
   */
  public SecretsOnV1(V0Calls v0, V1Api api, Calls calls) {
    this.v0 = v0;
    this.api = api;
    this.calls = calls;
    this.rows = new Rows(calls);
  }

  @Override
  public List<CustomSecret> listSecrets() {
    return v0.answered(
        LIST_SECRETS,
        () ->
            rows.of(Map.of(), api.secrets()::search)
                .map(
                    secret ->
                        CustomSecret.builder()
                            .name(secret.name())
                            .description(secret.description())
                            .build())
                .toList());
  }

  /** V1 overwrites, V0 did not: it is looked for first. */
  @Override
  public void createSecret(CustomSecret secret, Secret value) {
    Objects.requireNonNull(value, "value");
    v0.done(
        CREATE_SECRET,
        () -> {
          if (exists(secret.name())) {
            throw taken(secret.name(), null);
          }
          try {
            calls.call(
                OperationClass.OTHER_WRITE,
                times ->
                    api.secrets()
                        .create(
                            CustomSecretCreate.builder()
                                .name(secret.name())
                                .value(value)
                                .description(Objects.requireNonNullElse(secret.description(), ""))
                                .build(),
                            times));
          } catch (BadRequestException olderServersRefuse) {
            throw taken(secret.name(), olderServersRefuse);
          }
        });
  }

  private boolean exists(String name) {
    return rows.of(Map.of("name__contains", name), api.secrets()::search)
        .anyMatch(secret -> secret.name().equals(name));
  }

  @Override
  public void updateSecret(String name, CustomSecret secret) {
    v0.done(
        UPDATE_SECRET,
        () -> {
          try {
            calls.call(
                OperationClass.OTHER_WRITE,
                times ->
                    api.secrets()
                        .update(
                            name,
                            CustomSecretUpdate.builder()
                                .name(secret.name())
                                .description(secret.description())
                                .build(),
                            times));
          } catch (NotFoundException unknown) {
            throw unknown(name, unknown);
          } catch (BadRequestException nameIsTaken) {
            throw taken(secret.name(), nameIsTaken);
          }
        });
  }

  @Override
  public void deleteSecret(String name) {
    v0.done(
        DELETE_SECRET,
        () -> {
          try {
            calls.call(OperationClass.OTHER_WRITE, times -> api.secrets().delete(name, times));
          } catch (NotFoundException unknown) {
            throw unknown(name, unknown);
          }
        });
  }

  private static V0Exception taken(String name, @Nullable Throwable cause) {
    return V0Bodies.message(400, "Secret " + name + " already exists", cause);
  }

  private static V0Exception unknown(String name, Throwable cause) {
    return V0Bodies.error(404, "Secret with ID " + name + " not found", cause);
  }
}
