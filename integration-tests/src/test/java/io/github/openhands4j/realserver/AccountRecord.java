package io.github.openhands4j.realserver;

import io.github.openhands4j.realserver.likeness.Likeness;
import java.util.ArrayList;
import java.util.List;

/**
 * What the tests of a class say to a server whose account is brought back past the proxy after each
 * of them: so each is said again to a simulator of its own.
 */
final class AccountRecord {

  private final ServerKind kind;
  private final RecordingProxy proxy;
  private final List<RecordedExchange> beginning;
  private int said;

  /** Of tests that begin now, with what was said until now in front of each. */
  AccountRecord(RealServer server, RecordingProxy proxy) {
    this.kind = server.kind();
    this.proxy = proxy;
    this.beginning = proxy.exchanges();
    this.said = beginning.size();
  }

  /** What a test said must be what the simulator would have said. */
  void assertLikeness() {
    List<RecordedExchange> all = proxy.exchanges();
    List<RecordedExchange> test = new ArrayList<>(beginning);
    test.addAll(all.subList(said, all.size()));
    said = all.size();
    Likeness.assertAlike(kind, test);
  }
}
