package io.github.openhands4j.v1;

import io.github.openhands4j.model.v1.TokenUsage;
import java.util.Map;

/**
 * What a conversation has cost so far: the sum of all uses of models, of which the agent's own is
 * one.
 *
 * @param dollars in US dollars
 * @param tokens all tokens; its fields about a single answer are empty
 * @param dollarsByUse in US dollars by use, for example {@code agent} and {@code condenser}; empty
 *     where only the sum is known
 */
public record Cost(double dollars, TokenUsage tokens, Map<String, Double> dollarsByUse) {

  public Cost {
    dollarsByUse = Map.copyOf(dollarsByUse);
  }
}
