package io.github.openhands4j.core.internal.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openhands4j.core.internal.time.Patience;
import io.github.openhands4j.model.v1.SandboxStatus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SandboxTroubleTest {

  private static final long SECOND = 1_000_000_000;

  /** Monotonic readings may be negative. */
  private static final long BEGIN = -30 * SECOND;

  private static Patience reads(String... statuses) {
    Patience trouble = Patience.FRESH;
    long now = BEGIN;
    for (String status : statuses) {
      trouble = SandboxTrouble.seen(trouble, SandboxStatus.of(status), now);
      now += SECOND;
    }
    return trouble;
  }

  @ParameterizedTest
  @CsvSource({"MISSING, true", "ERROR, true", "STARTING, false", "RUNNING, false", "PAUSED, false"})
  void missingAndErrorAreTrouble(String status, boolean trouble) {
    assertThat(SandboxTrouble.isTrouble(SandboxStatus.of(status))).isEqualTo(trouble);
  }

  @Test
  void whatIsNotSaidOrNotKnownIsNoTrouble() {
    assertThat(SandboxTrouble.isTrouble(null)).isFalse();
    assertThat(SandboxTrouble.isTrouble(SandboxStatus.of("LOST_IN_SPACE"))).isFalse();
  }

  @Test
  void oneReadIsNeverEnough() {
    assertThat(SandboxTrouble.isForGood(reads("MISSING"), BEGIN + 600 * SECOND)).isFalse();
  }

  @Test
  void twoReadsAreNeverEnough() {
    assertThat(SandboxTrouble.isForGood(reads("MISSING", "ERROR"), BEGIN + 600 * SECOND)).isFalse();
  }

  @Test
  void threeReadsCountAfterAMinuteSinceTheFirst() {
    Patience trouble = reads("ERROR", "MISSING", "ERROR");

    assertThat(SandboxTrouble.isForGood(trouble, BEGIN + 60 * SECOND - 1)).isFalse();
    assertThat(SandboxTrouble.isForGood(trouble, BEGIN + 60 * SECOND)).isTrue();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"STARTING", "RUNNING", "PAUSED", "LOST_IN_SPACE"})
  void anyOtherReadingForgetsIt(@Nullable String other) {
    Patience trouble = reads("ERROR", "ERROR", "ERROR");
    SandboxStatus status = other == null ? null : SandboxStatus.of(other);

    assertThat(SandboxTrouble.seen(trouble, status, BEGIN + 90 * SECOND)).isEqualTo(Patience.FRESH);
  }
}
