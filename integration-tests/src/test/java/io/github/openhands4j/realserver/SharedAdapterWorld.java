package io.github.openhands4j.realserver;

import io.github.openhands4j.compat.CompatOptions;

/**
 * The adapter on a real V1 server for all tests of a class: a conversation takes seconds to start,
 * so they share one where they can. After each test the account is what it was.
 */
class SharedAdapterWorld extends RealAdapterWorld {

  private final StoredAccount account;
  private final MadeOnce any = new MadeOnce();
  private final MadeOnce stopped = new MadeOnce();
  private final MadeOnce experienced = new MadeOnce();

  SharedAdapterWorld(RealServer server) {
    super(server, CompatOptions.builder().build());
    StoredAccount.connect(
        new ServerAccess(proxy().baseUrl(), RealServer.KEY), "/api/v1/secrets/git-providers");
    account = new StoredAccount(server);
  }

  /** Its agent has answered already, so that what is read of it stays the same. */
  @Override
  public String running() {
    String id = created("Fix the typo");
    settle();
    awaitRest(id);
    return id;
  }

  @Override
  public String anyRunning() {
    String id = any.orElse(this::running);
    workspace(id).empty();
    return id;
  }

  @Override
  public String experienced() {
    return experienced.orElse(super::experienced);
  }

  @Override
  public String stopped() {
    return stopped.orElse(super::stopped);
  }

  @Override
  public String withMicroagents() {
    String id = anyRunning();
    Microagents.writeTo(workspace(id));
    return id;
  }

  @Override
  public void forgetSettings() {
    account.forgetSettings();
  }

  @Override
  public void testHasEnded() {
    account.restore();
  }

  /** None: files and commands that were arranged past the proxy cannot be said again. */
  @Override
  void assertLikeness() {}
}
