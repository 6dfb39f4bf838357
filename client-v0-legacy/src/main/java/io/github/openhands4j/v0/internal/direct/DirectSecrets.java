package io.github.openhands4j.v0.internal.direct;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.openhands4j.core.ErrorCode;
import io.github.openhands4j.model.Secret;
import io.github.openhands4j.model.v0.CustomSecret;
import io.github.openhands4j.v0.V0Exception;
import io.github.openhands4j.v0.V0Secrets;
import java.util.List;
import java.util.Objects;

/** Keeps secrets on a V0 server. */
final class DirectSecrets implements V0Secrets {

  private final SecretsApi api;
  private final RouteCalls calls;
  private final Shapes shapes;

  DirectSecrets(SecretsApi api, RouteCalls calls, Shapes shapes) {
    this.api = api;
    this.calls = calls;
    this.shapes = shapes;
  }

  /** The list is null where the account has no record of secrets yet. */
  @Override
  public List<CustomSecret> listSecrets() {
    return calls.read(
        options -> {
          JsonNode secrets = shapes.field("secrets", api.list(options), "custom_secrets");
          return secrets.isNull()
              ? List.of()
              : shapes.list("secrets", secrets, CustomSecret.class, "name");
        });
  }

  @Override
  public void createSecret(CustomSecret secret, Secret value) {
    Bodies.NewSecret body =
        new Bodies.NewSecret(
            secret.name(), secret.description(), Objects.requireNonNull(value, "value"));
    calls.write(options -> shapes.map("new secret", api.create(body, options), "message"));
  }

  @Override
  public void updateSecret(String name, CustomSecret secret) {
    String reachable = reachable(name);
    Bodies.SecretNames body = new Bodies.SecretNames(secret.name(), secret.description());
    calls.write(
        options ->
            shapes.map("change of a secret", api.update(reachable, body, options), "message"));
  }

  @Override
  public void deleteSecret(String name) {
    String reachable = reachable(name);
    calls.write(
        options -> shapes.map("end of a secret", api.delete(reachable, options), "message"));
  }

  /** No path leads to a secret of such a name, and no encoding keeps a dot from being resolved. */
  private static String reachable(String name) {
    if (name.isEmpty() || name.equals(".") || name.equals("..")) {
      throw new V0Exception(
          ErrorCode.V0_ERROR,
          404,
          "{\"error\":\"Secret with ID " + name + " not found\"}",
          "404: no secret can be reached by the name '" + name + "'. Nothing was sent.",
          null);
    }
    return name;
  }
}
