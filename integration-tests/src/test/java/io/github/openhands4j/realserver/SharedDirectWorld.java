package io.github.openhands4j.realserver;

/**
 * The direct backend on the real V0 server for all tests of a class, which share a conversation
 * where they can. After each test the account is what it was, and the workspace is empty.
 */
class SharedDirectWorld extends RealDirectWorld {

  private final StoredAccount account;
  private final MadeOnce any = new MadeOnce();
  private final MadeOnce stopped = new MadeOnce();
  private final MadeOnce experienced = new MadeOnce();

  SharedDirectWorld(RealServer server) {
    super(server);
    StoredAccount.connect(
        new ServerAccess(proxy().baseUrl(), RealServer.KEY), "/api/add-git-providers");
    account = new StoredAccount(server);
    workspace().empty();
  }

  @Override
  public String anyRunning() {
    return any.orElse(this::running);
  }

  @Override
  public String experienced() {
    return experienced.orElse(super::experienced);
  }

  @Override
  public String stopped() {
    return stopped.orElse(super::stopped);
  }

  /** They are loaded when a conversation starts. */
  @Override
  public String withMicroagents() {
    Microagents.writeTo(workspace());
    return running();
  }

  @Override
  public void forgetSettings() {
    account.forgetSettings();
  }

  @Override
  public void testHasEnded() {
    account.restore();
    workspace().empty();
  }

  /** None: files and commands that were arranged past the proxy cannot be said again. */
  @Override
  void assertLikeness() {}
}
