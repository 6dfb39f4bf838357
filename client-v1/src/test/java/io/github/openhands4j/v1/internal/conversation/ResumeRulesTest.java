package io.github.openhands4j.v1.internal.conversation;

import static io.github.openhands4j.v1.testing.Samples.conversation;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.openhands4j.model.v1.AppConversation;
import io.github.openhands4j.model.v1.SandboxStatus;
import io.github.openhands4j.v1.internal.conversation.ResumeRules.Step;
import java.time.Duration;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;

class ResumeRulesTest {

  private static final AppConversation UNSAID = conversation(1).build();

  private final ResumeRules rules = new ResumeRules();

  private static AppConversation row(SandboxStatus status) {
    return conversation(1).sandboxStatus(status).sandboxId("sandbox").build();
  }

  private Step see(@Nullable AppConversation row, long seconds) {
    return rules.see(row, Duration.ofSeconds(seconds).toNanos());
  }

  static Stream<AppConversation> troubles() {
    return Stream.of(row(SandboxStatus.MISSING), row(SandboxStatus.ERROR));
  }

  @ParameterizedTest
  @NullSource
  @MethodSource("troubles")
  void whatIsNotListedOrBrokenIsGivenUpAfterThreeReadsAndAMinute(@Nullable AppConversation row) {
    assertThat(see(row, 10)).isEqualTo(Step.WAIT);
    assertThat(see(row, 80)).isEqualTo(Step.WAIT);
    assertThat(see(row, 81)).isEqualTo(Step.GIVE_UP);
  }

  @ParameterizedTest
  @NullSource
  @MethodSource("troubles")
  void nothingIsGivenUpBeforeAMinute(@Nullable AppConversation row) {
    assertThat(see(row, 10)).isEqualTo(Step.WAIT);
    assertThat(see(row, 20)).isEqualTo(Step.WAIT);
    assertThat(see(row, 69)).isEqualTo(Step.WAIT);
    assertThat(see(row, 70)).isEqualTo(Step.GIVE_UP);
  }

  @Test
  void statusThatIsNotSaidEndsTheTrouble() {
    assertThat(see(null, 10)).isEqualTo(Step.WAIT);
    assertThat(see(null, 20)).isEqualTo(Step.WAIT);
    assertThat(see(UNSAID, 70)).isEqualTo(Step.WAIT);
    assertThat(see(null, 80)).isEqualTo(Step.WAIT);
  }

  @Test
  void pausedSandboxIsResumedAndAgainWhenThatDoesNotShow() {
    assertThat(see(row(SandboxStatus.PAUSED), 0)).isEqualTo(Step.RESUME);
    assertThat(see(row(SandboxStatus.PAUSED), 14)).isEqualTo(Step.WAIT);
    assertThat(see(row(SandboxStatus.PAUSED), 15)).isEqualTo(Step.RESUME);
  }
}
