package io.github.openhands4j.compat.internal.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whole numbers are what a caller of V0 casts them to. */
class WholeNumbersTest {

  private static final int DEPTH = 900;

  @Test
  void wholeNumbersAreLongAtAnyPlaceAndAllElseStays() {
    Map<String, @Nullable Object> read =
        Map.of("a", 1, "b", List.of(2, Map.of("c", (short) 3)), "d", 0.5, "e", "4", "f", 5L);

    assertThat(WholeNumbers.asRead(read))
        .isEqualTo(Map.of("a", 1L, "b", List.of(2L, Map.of("c", 3L)), "d", 0.5, "e", "4", "f", 5L));
    assertThat(WholeNumbers.asRead(Collections.singletonMap("nothing", null)))
        .isEqualTo(Collections.singletonMap("nothing", null));
  }

  /** Each value is looked at once: twice at each depth would never end. */
  @Test
  @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void deepValueTakesNoLongerThanItIsLarge() {
    Object deep = 7;
    for (int i = 0; i < DEPTH; i++) {
      deep = Map.of("in", List.of(deep));
    }

    Object found = WholeNumbers.asRead(deep);
    for (int i = 0; i < DEPTH; i++) {
      found = inside(found);
    }

    assertThat(found).isEqualTo(7L);
  }

  private static @Nullable Object inside(@Nullable Object value) {
    return value instanceof Map<?, ?> map && map.get("in") instanceof List<?> list
        ? list.get(0)
        : fail("no such place: " + value);
  }
}
