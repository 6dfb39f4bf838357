package io.github.openhands4j.statespace;

import io.github.openhands4j.statespace.Records.Journal;
import io.github.openhands4j.statespace.Records.Told;

/** One state of everything. */
record Situation(Starter process, Road road, Server server, Records records, Left left) {

  Situation process(Starter next) {
    return new Situation(next, road, server, records, left);
  }

  Situation doing(Doing next) {
    return process(process.doing(next));
  }

  Situation road(Road next) {
    return new Situation(process, next, server, records, left);
  }

  Situation server(Server next) {
    return new Situation(process, road, next, records, left);
  }

  Situation records(Records next) {
    return new Situation(process, road, server, next, left);
  }

  Situation left(Left next) {
    return new Situation(process, road, server, records, next);
  }

  /** Of our requests, more than one was processed. */
  boolean startedTwice() {
    return server.processed() > 1;
  }

  /** The server has the start, and nobody who could tell its id is left, or somebody denies it. */
  boolean lost() {
    if (server.shown() == 0) {
      return false;
    }
    boolean written = records.journal() == Journal.BEGUN || records.journal() == Journal.TAKEN;
    boolean underWay = process.alive() && process.doing() != Doing.NOTHING;
    boolean held = written || underWay || records.told() == Told.HANDLE;
    return !held || records.told() == Told.NOT_STARTED || records.journal() == Journal.NOT_STARTED;
  }
}
