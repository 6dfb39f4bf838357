package io.github.openhands4j.core.internal.limits;

/**
 * Keeps repeats from making the trouble of a server worse: each is paid for, and when nothing is
 * left, calls fail with their first failure. What succeeds fills the bucket again. Thread-safe.
 */
public final class RetryTokens {

  private static final int CAPACITY = 500;

  private int left = CAPACITY;

  /** Creates a full bucket of 500 tokens. */
  public RetryTokens() {}

  /**
   * Pays for a repeat.
   *
   * @param cost how many tokens it takes
   * @return false if there are not enough; then none is taken
   */
  public synchronized boolean take(int cost) {
    if (cost > left) {
      return false;
    }
    left -= cost;
    return true;
  }

  /**
   * A call has succeeded.
   *
   * @param taken what its repeats have cost; given back, but at least one token
   */
  public synchronized void giveBack(int taken) {
    left = Math.min(CAPACITY, left + Math.max(1, taken));
  }
}
