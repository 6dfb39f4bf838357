package io.github.openhands4j.compat.internal.runtime;

import io.github.openhands4j.model.v0.Microagent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** V0's microagents, made of V1's skills; pure. */
final class Microagents {

  private static final String REPOSITORY = "repo";

  private Microagents() {}

  /**
   * The microagents.
   *
   * @param answer V1's answer, {@code {"skills": […]}}
   * @return those of repositories first, else in V1's order; what is no skill is left out
   */
  static List<Microagent> of(Map<String, @Nullable Object> answer) {
    List<Microagent> found = new ArrayList<>();
    if (answer.get("skills") instanceof List<?> skills) {
      for (Object skill : skills) {
        if (skill instanceof Map<?, ?> it) {
          found.add(microagent(it));
        }
      }
    }
    found.sort(Comparator.comparing(microagent -> !microagent.type().equals(REPOSITORY)));
    return List.copyOf(found);
  }

  private static Microagent microagent(Map<?, ?> skill) {
    boolean repository = REPOSITORY.equals(skill.get("type"));
    return Microagent.builder()
        .name(Objects.toString(skill.get("name"), ""))
        .type(repository ? REPOSITORY : "knowledge")
        .content(Objects.toString(skill.get("content"), ""))
        .triggers(repository ? List.of() : triggers(skill.get("triggers")))
        .inputs(List.of())
        .tools(List.of())
        .build();
  }

  private static List<String> triggers(@Nullable Object value) {
    return value instanceof List<?> words
        ? words.stream().filter(Objects::nonNull).map(Object::toString).toList()
        : List.of();
  }
}
