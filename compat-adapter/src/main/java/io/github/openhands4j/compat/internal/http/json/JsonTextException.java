package io.github.openhands4j.compat.internal.http.json;

/** A text is not JSON. The message is the server's and repeats nothing of the text. */
public final class JsonTextException extends Exception {

  private static final long serialVersionUID = 1L;

  private final int position;

  JsonTextException(String message, int position) {
    super(message);
    this.position = position;
  }

  /**
   * Where it is wrong.
   *
   * @return the number of characters before, surrogate pairs counted once
   */
  public int position() {
    return position;
  }
}
