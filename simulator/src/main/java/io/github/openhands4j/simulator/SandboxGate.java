package io.github.openhands4j.simulator;

import com.github.tomakehurst.wiremock.http.Request;

/** Wants the present session key of a sandbox, in its own header and nowhere else. */
final class SandboxGate implements Gate {

  /** Where the key stands. */
  static final String HEADER = "X-Session-API-Key";

  private final World world;

  /** For one world. */
  SandboxGate(World world) {
    this.world = world;
  }

  @Override
  public boolean admits(Request request) {
    String key = request.getHeader(HEADER);
    String owner = key == null ? null : world.keyOwner(key);
    return owner != null
        && world.sandbox(owner).filter(it -> it.rawSessionKey().equals(key)).isPresent();
  }

  @Override
  public Reply refusal() {
    return Reply.detail(401, "Unauthorized");
  }
}
