package io.github.openhands4j.v1live;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openhands4j.v1.internal.event.SeenIds;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a walk over events remembers of the ids it saw. */
class SeenIdsTest {

  private static final int LEAST = 500;

  private final SeenIds seen = new SeenIds(LEAST);

  @Test
  void atLeastTheLastOnesAreRemembered() {
    long seed = Long.getLong("seed", System.nanoTime());
    System.out.println("SeenIdsTest: -Dseed=" + seed);
    Random random = new Random(seed);
    List<String> told = new ArrayList<>();
    for (int round = 0; round < 20 * LEAST; round++) {
      String id = id(random);
      assertThat(seen.contains(id)).isFalse();
      assertThat(seen.add(id)).isTrue();
      told.add(id);
      String earlier = told.get(told.size() - 1 - random.nextInt(Math.min(told.size(), LEAST)));
      assertThat(seen.contains(earlier)).as("one of the last %s", LEAST).isTrue();
      assertThat(seen.add(earlier)).isFalse();
    }
    assertThat(told.stream().filter(seen::contains).count()).isBetween((long) LEAST, 3L * LEAST);
  }

  /** Of UUIDs, also such with half of their digits zero, and other texts. */
  private static String id(Random random) {
    UUID random128 = new UUID(random.nextLong(), random.nextLong());
    return switch (random.nextInt(3)) {
      case 0 -> random128.toString();
      case 1 -> new UUID(0, random.nextLong()).toString().replace("-", "");
      default -> "event " + random128;
    };
  }

  @Test
  void spellingsOfOneIdAreOneId() {
    String dashed = "0123abcd-4567-89ef-0123-456789abcdef";

    assertThat(seen.add(dashed)).isTrue();
    assertThat(seen.add(dashed.replace("-", ""))).isFalse();
    assertThat(seen.add(dashed.toUpperCase(Locale.ROOT))).isFalse();
    assertThat(seen.contains("0123abcd456789ef-0123-4567-89abcdef")).isFalse();
  }

  @Test
  void zeroIsAnIdAsAnyOther() {
    String zero = new UUID(0, 0).toString();

    assertThat(seen.contains(zero)).isFalse();
    assertThat(seen.add(zero)).isTrue();
    assertThat(seen.add(zero)).isFalse();
    assertThat(seen.contains(zero)).isTrue();
  }

  @Test
  void whatIsNoUuidIsTakenAsItIs() {
    for (String id : List.of("", "a", "A", "{0123abcd-4567-89ef-0123-456789abcd}")) {
      assertThat(seen.add(id)).as(id).isTrue();
      assertThat(seen.add(id)).as(id).isFalse();
    }
  }
}
