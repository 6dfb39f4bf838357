package io.github.openhands4j.realserver.likeness;

/**
 * One thing in which a simulated answer is not like the recorded one.
 *
 * @param request method and path of the request
 * @param place where in the answer: {@code status}, {@code content-type}, or a place of the body
 *     such as {@code $.items[].title}
 * @param real what the real server has there
 * @param simulated what the simulator has there
 */
public record Difference(String request, String place, String real, String simulated) {

  @Override
  public String toString() {
    return request + "  " + place + "\n    real:      " + real + "\n    simulated: " + simulated;
  }
}
