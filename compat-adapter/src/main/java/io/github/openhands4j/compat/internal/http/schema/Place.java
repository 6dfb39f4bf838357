package io.github.openhands4j.compat.internal.http.schema;

import java.util.ArrayList;
import java.util.List;

/**
 * Where in a request something is.
 *
 * @param steps names and numbers from the outside to the inside
 */
public record Place(List<Object> steps) {

  /** The body as a whole. */
  public static final Place BODY = new Place(List.of("body"));

  /** The query as a whole. */
  public static final Place QUERY = new Place(List.of("query"));

  /** Copies the steps. */
  public Place {
    steps = List.copyOf(steps);
  }

  /**
   * One step further inside.
   *
   * @param step a name or a number
   * @return the place
   */
  public Place at(Object step) {
    List<Object> further = new ArrayList<>(steps);
    further.add(step);
    return new Place(further);
  }
}
