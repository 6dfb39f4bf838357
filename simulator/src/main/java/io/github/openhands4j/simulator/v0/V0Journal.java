package io.github.openhands4j.simulator.v0;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Every request the server saw, in order. Thread-safe. */
public final class V0Journal {

  private final List<V0Request> requests = new CopyOnWriteArrayList<>();

  V0Journal() {}

  void add(V0Request request) {
    requests.add(request);
  }

  /**
   * All requests.
   *
   * @return a copy, oldest first
   */
  public List<V0Request> requests() {
    return List.copyOf(requests);
  }

  /**
   * The requests that try to create a conversation, answered or not.
   *
   * @return how many there were
   */
  public int starts() {
    return count("POST", "/api/conversations");
  }

  /**
   * The requests of a method and path.
   *
   * @param method the HTTP method
   * @param path the decoded path
   * @return how many there were
   */
  public int count(String method, String path) {
    return (int)
        requests.stream().filter(r -> r.method().equals(method) && r.path().equals(path)).count();
  }
}
