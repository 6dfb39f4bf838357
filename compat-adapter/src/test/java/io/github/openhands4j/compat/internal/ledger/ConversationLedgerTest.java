package io.github.openhands4j.compat.internal.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openhands4j.compat.internal.ledger.ConversationLedger.Starting;
import io.github.openhands4j.compat.internal.translate.Memory;
import io.github.openhands4j.model.ConversationId;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ConversationLedgerTest {

  private static final int MOST = 10_000;

  private final ConversationLedger ledger = new ConversationLedger();

  private static ConversationId id(long number) {
    return new ConversationId(new UUID(0xa000_0000_0000_4000L, number));
  }

  private void name(long number) {
    ledger.update(id(number), memory -> memory.but().title("title " + number).build());
  }

  @Test
  void nothingIsRememberedOfAStranger() {
    assertThat(ledger.get(id(1))).isSameAs(Memory.BLANK);
  }

  @Test
  void changesAddUp() {
    name(1);
    Memory after = ledger.update(id(1), memory -> memory.but().deleted(true).build());

    assertThat(after.title()).isEqualTo("title 1");
    assertThat(ledger.get(id(1))).isEqualTo(after);
  }

  @Test
  void oneLongestNotAskedForGoesFirst() {
    for (long number = 0; number < MOST; number++) {
      name(number);
    }
    assertThat(ledger.get(id(0)).title()).isEqualTo("title 0"); // and so it is not the eldest now
    name(MOST);

    assertThat(ledger.get(id(1))).isSameAs(Memory.BLANK);
    assertThat(ledger.get(id(0)).title()).isEqualTo("title 0");
    assertThat(ledger.get(id(MOST)).title()).isEqualTo("title " + MOST);
  }

  @Test
  void askingForStrangersForgetsNothing() {
    name(1);
    for (long number = 2; number < 3L * MOST; number++) {
      assertThat(ledger.get(id(number))).isSameAs(Memory.BLANK);
    }

    assertThat(ledger.get(id(1)).title()).isEqualTo("title 1");
  }

  @Test
  void startsAreListedNewestFirstUntilTheirRowsArrive() {
    ledger.began(id(1));
    ledger.began(id(2));
    ledger.began(id(3));
    ledger.arrived(id(2));

    assertThat(ledger.starting(Long.MAX_VALUE))
        .containsExactly(new Starting(id(3), 3), new Starting(id(1), 1));
    assertThat(ledger.starting(3)).containsExactly(new Starting(id(1), 1));
    ledger.forget(id(3));
    assertThat(ledger.starting(Long.MAX_VALUE)).containsExactly(new Starting(id(1), 1));
  }

  @Test
  void startsAreBoundedToo() {
    for (long number = 0; number <= MOST; number++) {
      ledger.began(id(number));
    }

    assertThat(ledger.starting(Long.MAX_VALUE))
        .extracting(Starting::id)
        .hasSize(MOST)
        .doesNotContain(id(0))
        .startsWith(id(MOST));
  }

  @Test
  void forgottenConversationIsAStranger() {
    name(1);
    ledger.forget(id(1));

    assertThat(ledger.get(id(1))).isSameAs(Memory.BLANK);
  }
}
