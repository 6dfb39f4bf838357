package io.github.openhands4j.simulation;

import io.github.openhands4j.v1.internal.start.StartInput;
import io.github.openhands4j.v1.internal.start.StartProtocol;
import io.github.openhands4j.v1.internal.start.StartState;
import io.github.openhands4j.v1.internal.start.StartStep;

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

  /** The product's. */
  static Protocol ofTheProduct() {
    return StartProtocol::next;
  }
}
