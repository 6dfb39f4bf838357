package io.github.openhands4j.simulation;

import java.util.List;

/**
 * What the life of one client is like whose calls follow one another. Each trouble is left out of
 * about half of the lives.
 *
 * @param jobs how many messages or creates its program wants
 * @param texts how many different texts they have
 * @param clockSkewNanos how far the client's clock is from the server's
 * @param sandboxSkewNanos how far the clocks of sandboxes are from the server's
 * @param longestLag how much later than it was done something shows
 * @param maxRunning how many sandboxes the client lets run; 0 for any number
 * @param unreachable how many writes find no connection, of one
 * @param limited how many writes the limiter turns away, of one
 * @param refused how many writes the API refuses, of one
 * @param lostRequests how many writes get lost, of one
 * @param lostAnswers how many answers get lost, of one
 * @param delayed how many writes arrive late, of one
 * @param repeated how many writes a proxy repeats, of one
 * @param disturbedReads how many reads meet trouble, of one
 * @param interrupts how many waits are interrupted, of one
 */
record ClientPlan(
    int jobs,
    int texts,
    long clockSkewNanos,
    long sandboxSkewNanos,
    long longestLag,
    int maxRunning,
    double unreachable,
    double limited,
    double refused,
    double lostRequests,
    double lostAnswers,
    double delayed,
    double repeated,
    double disturbedReads,
    double interrupts) {

  private static final List<Long> SKEWS =
      List.of(Nanos.SECOND, 10 * Nanos.MINUTE, 12 * 60 * Nanos.MINUTE);
  private static final List<Long> LAGS = List.of(0L, Nanos.SECOND, 30 * Nanos.SECOND);

  static ClientPlan of(Chance chance) {
    long skew = chance.oneOf(SKEWS);
    return new ClientPlan(
        1 + chance.below(6),
        1 + chance.below(3),
        chance.between(-skew, skew),
        chance.between(-Nanos.SECOND, Nanos.SECOND),
        chance.oneOf(LAGS),
        chance.happens(0.5) ? 0 : 1 + chance.below(3),
        sometimes(chance, 0.4),
        sometimes(chance, 0.4),
        sometimes(chance, 0.2),
        sometimes(chance, 0.4),
        sometimes(chance, 0.8),
        sometimes(chance, 0.3),
        sometimes(chance, 0.3),
        sometimes(chance, 0.6),
        sometimes(chance, 0.1));
  }

  private static double sometimes(Chance chance, double most) {
    return chance.happens(0.5) ? 0 : most * chance.share();
  }
}
