package io.github.openhands4j.simulation;

import java.util.List;

/**
 * What one world is like. Each trouble is left out of about half of the worlds, so that all
 * mixtures occur.
 *
 * @param processes how many client processes there are at first
 * @param starts how many starts they make
 * @param pageSize rows of a page of a search
 * @param longestCommit the most time between a request and the row that shows it
 * @param longestLag how far a read may lie behind
 * @param perSecond how many requests a second the server's limiter lets through; 0 for all
 * @param disturbedSends how many sends meet trouble on the road, of one
 * @param disturbedReads how many reads meet trouble, of one
 * @param repeated how many sends a proxy repeats, of one
 * @param refused how many sends the server refuses, of one
 * @param erring how many sends the server answers with an error, of one
 * @param serverCrashes how often the server crashes
 * @param stepCrashes how many steps end with a crash of the process, of one
 * @param timedCrashes how many processes crash at some moment, of one
 * @param impatient how many callers interrupt, cancel or close, of one
 * @param fullDisks how many journal writes fail, of one
 * @param deleted how many conversations somebody deletes, of one
 * @param takesIds whether the server takes ids of its clients
 */
record WorldPlan(
    int processes,
    int starts,
    int pageSize,
    long longestCommit,
    long longestLag,
    int perSecond,
    double disturbedSends,
    double disturbedReads,
    double repeated,
    double refused,
    double erring,
    int serverCrashes,
    double stepCrashes,
    double timedCrashes,
    double impatient,
    double fullDisks,
    double deleted,
    boolean takesIds) {

  private static final List<Long> COMMITS =
      List.of(Nanos.SECOND, 10 * Nanos.SECOND, 2 * Nanos.MINUTE);
  private static final List<Long> LAGS = List.of(Nanos.SECOND, 20 * Nanos.SECOND);

  static WorldPlan of(Chance chance) {
    return new WorldPlan(
        1 + chance.below(3),
        1 + chance.below(6),
        chance.happens(0.3) ? 8 : 100,
        chance.happens(0.4) ? 20 * Nanos.MILLI : chance.oneOf(COMMITS),
        chance.happens(0.5) ? 0 : chance.oneOf(LAGS),
        chance.happens(0.5) ? 0 : 1 + chance.below(10),
        sometimes(chance, 0.7),
        sometimes(chance, 0.5),
        sometimes(chance, 0.5),
        sometimes(chance, 0.2),
        sometimes(chance, 0.3),
        chance.happens(0.3) ? 1 + chance.below(2) : 0,
        sometimes(chance, 0.15),
        sometimes(chance, 0.5),
        sometimes(chance, 0.5),
        sometimes(chance, 0.1),
        sometimes(chance, 0.3),
        chance.happens(0.9));
  }

  private static double sometimes(Chance chance, double most) {
    return chance.happens(0.5) ? 0 : most * chance.share();
  }

  /** The same world with nothing in the way any more. */
  WorldPlan calm() {
    return new WorldPlan(
        processes, starts, pageSize, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, takesIds);
  }
}
