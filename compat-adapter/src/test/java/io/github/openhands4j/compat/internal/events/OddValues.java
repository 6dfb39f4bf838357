package io.github.openhands4j.compat.internal.events;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Breaks JSON at random places: fields vanish, or get values of other types. */
final class OddValues {

  private static final int ONE_IN = 6;
  private static final int CHOICES = 14;

  private final Random chance;

  OddValues(Random chance) {
    this.chance = chance;
  }

  @Nullable Object broken(@Nullable Object value) {
    if (chance.nextInt(ONE_IN) == 0) {
      return odd();
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, @Nullable Object> broken = new LinkedHashMap<>();
      map.forEach(
          (name, each) -> {
            if (chance.nextInt(2 * ONE_IN) != 0) {
              broken.put(String.valueOf(name), broken(each));
            }
          });
      return broken;
    }
    if (value instanceof List<?> list) {
      List<@Nullable Object> broken = new ArrayList<>();
      list.forEach(each -> broken.add(broken(each)));
      return broken;
    }
    return value;
  }

  private @Nullable Object odd() {
    return switch (chance.nextInt(CHOICES)) {
      case 0 -> null;
      case 1 -> "";
      case 2 -> "text \u0000 'quoted\" \ud800";
      case 3 -> Long.MIN_VALUE;
      case 4 -> -1.5e300;
      case 5 -> new java.math.BigInteger("9".repeat(40));
      case 6 -> true;
      case 7 -> List.of();
      case 8 -> Arrays.asList(null, 1, "a", List.of(Map.of()), Map.of("text", 3));
      case 9 -> Map.of();
      case 10 -> Map.of("kind", "BrowserAction", "text", List.of(1));
      case 11 -> "2026-13-99T99:99:99+99:99";
      case 12 -> "9".repeat(3);
      default -> "x".repeat(40_000);
    };
  }
}
