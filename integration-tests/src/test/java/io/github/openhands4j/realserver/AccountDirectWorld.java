package io.github.openhands4j.realserver;

/**
 * As {@link SharedDirectWorld}, for tests of the account: the simulator must say what they heard.
 */
final class AccountDirectWorld extends SharedDirectWorld {

  private static final String SETTINGS = "/api/settings";

  private final AccountRecord record;

  AccountDirectWorld(RealServer server) {
    super(server);
    storeSettings(server);
    record = new AccountRecord(server, proxy());
  }

  /** The ones it has already, so that the simulator has them too. */
  private void storeSettings(RealServer server) {
    String model = new ServerAccess(server).get(SETTINGS).path("llm_base_url").asText();
    new ServerAccess(proxy().baseUrl(), RealServer.KEY)
        .post(
            SETTINGS,
            """
            {"language":"en","agent":"CodeActAgent","confirmation_mode":false,"llm_base_url":"%s"}
            """
                .formatted(model));
  }

  @Override
  public void testHasEnded() {
    super.testHasEnded();
    record.assertLikeness();
  }
}
