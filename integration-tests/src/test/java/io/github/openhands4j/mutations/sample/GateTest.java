package io.github.openhands4j.mutations.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GateTest {

  private final Gate gate = new Gate(Set.of("Ann", "Bob", "Cy"));

  @Test
  void strangersStayOutside() {
    assertThat(gate.pass("Eve")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Ann", "Bob"})
  void knownNamesPass(String name) {
    assertThat(gate.pass(name)).isTrue();
    assertThat(gate.last()).contains(name);
  }

  @Test
  void onlyNamesPass() {
    assertThat(gate.pass(7)).isFalse();
  }

  @Test
  void twoMayPass() {
    gate.pass("Ann");
    gate.pass("Bob");

    assertThat(gate.pass("Cy")).isFalse();
  }

  @Test
  void nobodyPassesOnceItIsShut() {
    gate.shut();

    assertThat(gate.pass("Ann")).isFalse();
  }

  @Test
  void feeIsNeverBelowThatOfOne() {
    assertThat(gate.fee(0)).isEqualTo(5_000_000_000L);
    assertThat(gate.fee(2)).isEqualTo(10_000_000_000L);
  }
}
