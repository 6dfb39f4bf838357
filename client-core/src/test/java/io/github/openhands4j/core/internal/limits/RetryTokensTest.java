package io.github.openhands4j.core.internal.limits;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What repeats are paid from. */
class RetryTokensTest {

  private final RetryTokens tokens = new RetryTokens();

  @Test
  void fiveHundredAreThereAndNoMore() {
    assertThat(tokens.take(501)).isFalse();
    assertThat(tokens.take(500)).isTrue();
    assertThat(tokens.take(1)).isFalse();
  }

  @Test
  void successGivesBackWhatItsRepeatsCostButAtLeastOne() {
    tokens.take(500);
    tokens.giveBack(0);
    assertThat(tokens.take(2)).isFalse();
    assertThat(tokens.take(1)).isTrue();

    tokens.giveBack(28);
    assertThat(tokens.take(29)).isFalse();
    assertThat(tokens.take(28)).isTrue();
  }

  @Test
  void bucketDoesNotOverflow() {
    tokens.giveBack(500);
    assertThat(tokens.take(500)).isTrue();
    assertThat(tokens.take(1)).isFalse();
  }
}
