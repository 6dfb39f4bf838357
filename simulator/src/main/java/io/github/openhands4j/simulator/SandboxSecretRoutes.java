package io.github.openhands4j.simulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Function;

/**
 * {@code /api/v1/sandboxes/{id}/settings/secrets}: the secrets of the user, for a sandbox that
 * shows its own key.
 */
final class SandboxSecretRoutes {

  private static final String PATH = "/api/v1/sandboxes/{sandbox_id}/settings/secrets";

  private final World world;
  private final SandboxGate gate;

  /** For one world. */
  SandboxSecretRoutes(World world) {
    this.world = world;
    this.gate = new SandboxGate(world);
  }

  /** The routes of this family; the sandbox's key is looked at here, not the user's. */
  List<Route> routes() {
    return List.of(
        Route.open(PATH, call -> withKey(call, this::names)),
        Route.open(PATH + "/{secret_name}", call -> withKey(call, this::value)));
  }

  private Reply withKey(Exchange call, Function<Exchange, Reply> handler) {
    if (!gate.admits(call.request())) {
      return gate.refusal();
    }
    String key = call.request().getHeader(SandboxGate.HEADER);
    return call.pathValue("sandbox_id").equals(world.keyOwner(key))
        ? handler.apply(call)
        : Reply.detail(403, "Session API key does not match sandbox");
  }

  private Reply names(Exchange call) {
    ObjectNode answer = Json.object();
    ArrayNode shown = answer.putArray("secrets");
    world
        .account()
        .secrets()
        .forEach(
            (name, secret) ->
                shown.addObject().put("name", name).put("description", secret.description()));
    return Reply.ok(answer);
  }

  private Reply value(Exchange call) {
    SimulatedAccount.Secret secret =
        world.account().secrets().get(Target.decoded(call.pathValue("secret_name")));
    return secret == null
        ? Reply.detail(404, "Secret not found")
        : Reply.text(200, "text/plain; charset=utf-8", secret.value());
  }
}
