package io.github.openhands4j.realserver;

/**
 * As {@link SharedAdapterWorld}, for tests of the account: the simulator must say what they heard.
 */
final class AccountAdapterWorld extends SharedAdapterWorld {

  private final AccountRecord record;

  AccountAdapterWorld(RealServer server) {
    super(server);
    record = new AccountRecord(server, proxy());
  }

  @Override
  public void testHasEnded() {
    super.testHasEnded();
    record.assertLikeness();
  }
}
