package io.github.openhands4j.v1.internal.poll;

import io.github.openhands4j.core.internal.ServerText;
import io.github.openhands4j.model.OpenWord;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * States of starts, sandboxes and agents that this release does not know. None of them ends a wait;
 * each is warned of once, by whichever wait meets it first: a word that is an end to a newer server
 * is waited for in vain. The waits of all views of a client share it. Thread-safe.
 */
public final class OddWords {

  private static final Logger LOG = LoggerFactory.getLogger("io.github.openhands4j.wait");

  /** A server that never says the same twice is not remembered for ever. */
  private static final int MOST = 100;

  private static final int MOST_TEXT = 60;

  private final Set<OpenWord> warned = new HashSet<>();

  void saw(@Nullable OpenWord word) {
    if (word != null && !word.isKnown() && isNew(word)) {
      LOG.warn(
          "a state that this release does not know ends no wait [kind={}, word={}]",
          word.getClass().getSimpleName(),
          ServerText.oneLine(word.value(), MOST_TEXT));
    }
  }

  private synchronized boolean isNew(OpenWord word) {
    return warned.size() < MOST && warned.add(word);
  }
}
