package io.github.openhands4j.simulator;

import java.time.Instant;
import java.util.List;

/** One run of an agent: a list of stations and a pace at which they follow each other. */
final class Run {

  private final List<RunStep> steps;
  private final Ticker ticker;
  private final boolean cutShort;
  private int index;

  private Run(List<RunStep> steps, Pace pace, Instant since, boolean cutShort) {
    this.steps = List.copyOf(steps);
    this.ticker = new Ticker(pace, since);
    this.cutShort = cutShort;
  }

  /** A run that stands at the first of the stations, of which there is at least one. */
  Run(List<RunStep> steps, Pace pace, Instant since) {
    this(steps, pace, since, false);
  }

  /** What is left of a run that was cut short: one station, whatever its word. */
  static Run cutShort(RunStep step, Instant since) {
    return new Run(List.of(step), Pace.manual(), since, true);
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

  /** True while the agent runs, or is about to without being told. */
  boolean isUnderWay() {
    return !cutShort && steps.subList(index, steps.size()).stream().anyMatch(RunStep::isRunning);
  }

  /** The pace's counters. */
  Ticker ticker() {
    return ticker;
  }
}
