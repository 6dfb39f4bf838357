package io.github.openhands4j.compat.operations;

/** How faithfully a V0 operation runs on V1. */
public enum Fidelity {
  /** One V1 call at the most, and the answer V0 gave. */
  EXACT,
  /** Several V1 calls, or rules of the adapter, make the answer V0 gave. */
  EMULATED,
  /** The answer has V0's shape, and some of it is derived, missing or ordered otherwise. */
  LOSSY,
  /** V1 has nothing like it: it is refused with 501. */
  UNSUPPORTED
}
