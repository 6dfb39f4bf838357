package io.github.openhands4j.statespace;

/**
 * What the server has.
 *
 * @param processed how many requests of ours it has processed
 * @param hidden starts it has taken and not committed yet
 * @param shown starts it shows
 * @param owed answers it has not sent yet
 */
record Server(int processed, int hidden, int shown, int owed) {

  static final Server EMPTY = new Server(0, 0, 0, 0);

  Server takes(boolean copied) {
    return new Server(processed + (copied ? 0 : 1), hidden + 1, shown, owed + 1);
  }

  Server commits() {
    return new Server(processed, hidden - 1, shown + 1, owed);
  }

  Server answers() {
    return new Server(processed, hidden, shown, owed - 1);
  }

  Server restarted() {
    return new Server(processed, 0, shown, 0);
  }
}
