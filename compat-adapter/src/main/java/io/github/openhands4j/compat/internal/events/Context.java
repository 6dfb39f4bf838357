package io.github.openhands4j.compat.internal.events;

import io.github.openhands4j.model.internal.WireRecord;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What an event's translation needs beside the event. All of it comes from before the event in the
 * order of numbers, so that it never changes.
 *
 * @param number the V0 number of its first part; the second has the next one
 * @param cause the number of the action it answers, or null
 * @param action the action it answers, or null
 * @param calls how many tool calls its answer of the model had, as far as known when it was
 *     numbered
 * @param model the model that the agent used, or null
 * @param stats the newest costs told before it, or null
 * @param first whether it is the first message of the user
 * @param numbers the numbers of an event by its V1 id, or null if it has none before this one
 */
@WireRecord
public record Context(
    long number,
    @Nullable Long cause,
    @Nullable V1Event action,
    int calls,
    @Nullable String model,
    @Nullable V1Event stats,
    boolean first,
    Function<String, @Nullable NumberRange> numbers) {

  /**
   * A context of an event that has a number and nothing else.
   *
   * @param number the number
   * @return a builder
   */
  public static ContextBuilder numbered(long number) {
    return ContextBuilder.builder().number(number).calls(1).numbers(id -> null);
  }
}
