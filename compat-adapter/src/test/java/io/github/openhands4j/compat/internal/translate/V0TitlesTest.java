package io.github.openhands4j.compat.internal.translate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class V0TitlesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {" ", "\t", "\n", "\u00A0", "\u2007", "\u202F", "\u3000", "\u0085", "\u001C"})
  void everyKindOfSpaceAroundATitleIsTrimmed(String space) {
    assertThat(V0Titles.stored(space + space + "a" + space + "b" + space))
        .isEqualTo("a" + space + "b");
    assertThat(V0Titles.stored(space)).isNull();
  }

  @Test
  void titleThatV1MakesOfTheWholeIdIsTheDefaultOne() {
    assertThat(V0Titles.shown("Conversation " + Rows.ID.hex(), Rows.ID))
        .isEqualTo("Conversation 01234");
    assertThat(V0Titles.shown("Conversation " + Rows.ID.hex() + "!", Rows.ID))
        .isEqualTo("Conversation " + Rows.ID.hex() + "!");
  }

  @Test
  void whatOnlyLooksEmptyIsATitle() {
    assertThat(V0Titles.stored("\u200B")).isEqualTo("\u200B");
  }
}
