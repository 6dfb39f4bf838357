package io.github.openhands4j.compat.operations;

/**
 * The half of a row that tells of V1.
 *
 * @param label how faithful
 * @param counterpart the V1 calls in words
 * @param instead what to call in the place of V0
 * @param lost what is lost, or why it is refused
 */
record Faithful(Fidelity label, String counterpart, String instead, String lost) {

  static Faithful exact(String counterpart, String instead) {
    return new Faithful(Fidelity.EXACT, counterpart, instead, "");
  }

  static Faithful emulated(String counterpart, String instead, String differs) {
    return new Faithful(Fidelity.EMULATED, counterpart, instead, differs);
  }

  static Faithful lossy(String counterpart, String instead, String lost) {
    return new Faithful(Fidelity.LOSSY, counterpart, instead, lost);
  }

  static Faithful unsupported(String instead, String why) {
    return new Faithful(Fidelity.UNSUPPORTED, "", instead, why);
  }
}
