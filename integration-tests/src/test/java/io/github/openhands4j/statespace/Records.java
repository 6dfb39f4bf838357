package io.github.openhands4j.statespace;

/**
 * Who knows what.
 *
 * @param journal what the journal holds
 * @param told what the caller was told
 */
record Records(Journal journal, Told told) {

  /** What the journal holds. */
  enum Journal {
    NOTHING,
    BEGUN,
    NOT_STARTED,
    TAKEN
  }

  /** What the caller was told. */
  enum Told {
    NOTHING,
    HANDLE,
    NOT_STARTED
  }

  static final Records EMPTY = new Records(Journal.NOTHING, Told.NOTHING);

  Records journal(Journal next) {
    return new Records(next.compareTo(journal) > 0 ? next : journal, told);
  }

  Records told(Told next) {
    return new Records(journal, next);
  }
}
