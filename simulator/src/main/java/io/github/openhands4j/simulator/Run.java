package io.github.openhands4j.simulator;

import java.time.Instant;
import java.util.List;

/** One run of an agent: a list of stations and a pace at which they follow each other. */
final class Run {

  private final List<RunStep> steps;
  private final Ticker ticker;
  private int index;

  /** A run that stands at the first of the stations, of which there is at least one. */
  Run(List<RunStep> steps, Pace pace, Instant since) {
    this.steps = List.copyOf(steps);
    this.ticker = new Ticker(pace, since);
  }

  /** The station the run stands at. */
  RunStep current() {
    return steps.get(index);
  }

  /** Goes one station further; false when it stands at the last one. */
  boolean move() {
    if (index == steps.size() - 1) {
      return false;
    }
    index++;
    return true;
  }

  /** The pace's counters. */
  Ticker ticker() {
    return ticker;
  }
}
