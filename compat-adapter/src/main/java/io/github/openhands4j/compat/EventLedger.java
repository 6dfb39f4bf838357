package io.github.openhands4j.compat;

import io.github.openhands4j.model.ConversationId;
import java.util.List;

/**
 * Keeps which V0 number each event of a conversation has. Without one the numbers live as long as
 * the client, within 64 MiB; with one that several processes share, all of them hand out the same
 * numbers, after a restart too.
 *
 * <p>It is a list of lines for each conversation that only ever grows. A table {@code
 * (conversation, position, line)} with the first two as its key will do: {@link #append} inserts
 * rows, and a violated key means false. Lines hold ids, times, names of models, and why a start
 * failed in the server's words. Those of events that the app server never got, such as the system
 * prompt, hold the event as well, compressed: some ten thousand characters, seldom more. What users
 * and agents say is in them only if the app server did not have it two minutes later, or when the
 * sandbox stopped.
 *
 * <p>Implementations are thread-safe. What they throw ends the V0 call it happened in, which may be
 * repeated.
 */
public interface EventLedger {

  /**
   * Reads lines.
   *
   * @param conversation the conversation
   * @param from the position of the first line wanted, from 0
   * @return the lines from there on, in order; may end early, but is empty only if there are none
   */
  List<String> read(ConversationId conversation, int from);

  /**
   * Appends lines, all or none, if the list ends where they begin.
   *
   * @param conversation the conversation
   * @param from how many lines there must be so far
   * @param lines the lines, at least one
   * @return false if there are more lines than that, so that nothing was appended
   */
  boolean append(ConversationId conversation, int from, List<String> lines);
}
