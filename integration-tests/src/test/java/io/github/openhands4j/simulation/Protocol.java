package io.github.openhands4j.simulation;

import io.github.openhands4j.v1.internal.start.StartInput;
import io.github.openhands4j.v1.internal.start.StartProtocol;
import io.github.openhands4j.v1.internal.start.StartState;
import io.github.openhands4j.v1.internal.start.StartStep;
import java.time.Duration;

/** The step functions under test: the product's, or ones that were broken to be caught. */
interface Protocol {

  /** What the poller of the product is given, and held to. */
  int POLLS_PER_MINUTE = 60;

  /** One step of a start. */
  StartStep next(StartState state, StartInput input);

  /** The budget the poller is really given. */
  default int pollsPerMinute() {
    return POLLS_PER_MINUTE;
  }

  /** How long is really looked for a start. */
  default Duration limitOfLooks() {
    return Looking.LIMIT;
  }

  /** The limit that the poller is really given for a wait. */
  default Duration limitOfAWait(Duration wanted) {
    return wanted;
  }

  /** Whether a failure keeps those of the attempts before. */
  default boolean keepsAttempts() {
    return true;
  }

  /** The product's. */
  static Protocol ofTheProduct() {
    return StartProtocol::next;
  }
}
