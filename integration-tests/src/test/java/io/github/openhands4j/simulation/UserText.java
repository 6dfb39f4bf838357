package io.github.openhands4j.simulation;

/** What users wrote, and what must not come out with anything that a program is given. */
final class UserText {

  /** Stands in every prompt, message and secret of the simulations. */
  static final String TEXT = "what-the-user-wrote";

  private UserText() {}

  /** Looks for it in the texts of something that is given to a caller. */
  static void requireNoneIn(Object given) {
    if (textOf(given).contains(TEXT)) {
      throw new BrokenPromiseException(
          Promise.SECRET_KEPT, given.getClass().getSimpleName() + " shows what the user wrote");
    }
  }

  private static String textOf(Object given) {
    StringBuilder text = new StringBuilder().append(given);
    if (given instanceof Throwable failure) {
      if (failure.getCause() != null) {
        text.append(textOf(failure.getCause()));
      }
      for (Throwable suppressed : failure.getSuppressed()) {
        text.append(textOf(suppressed));
      }
    }
    return text.toString();
  }
}
