package io.github.openhands4j.simulation;

/** A schedule in which a promise did not hold. */
final class BrokenPromiseException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Promise promise;

  BrokenPromiseException(Promise promise, String what) {
    super(promise + ": " + what);
    this.promise = promise;
  }

  Promise promise() {
    return promise;
  }
}
