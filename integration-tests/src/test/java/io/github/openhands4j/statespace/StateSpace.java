package io.github.openhands4j.statespace;

import io.github.openhands4j.v1.internal.start.StartInput;
import io.github.openhands4j.v1.internal.start.StartState;
import io.github.openhands4j.v1.internal.start.StartStep;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/**
 * Every situation that can come about, each reached by a shortest way; none beyond one in which a
 * promise is broken.
 */
final class StateSpace {

  private record Came(Situation from, String by) {}

  private final Map<Situation, Came> ways = new HashMap<>();

  /** Explores all of it. */
  StateSpace(BiFunction<StartState, StartInput, StartStep> protocol, Left left) {
    ProcessMoves process = new ProcessMoves(protocol);
    Situation beginning = process.beginning(left);
    Deque<Situation> open = new ArrayDeque<>(List.of(beginning));
    ways.put(beginning, new Came(beginning, "the start begins"));
    while (!open.isEmpty()) {
      Situation now = open.removeFirst();
      if (now.startedTwice() || now.lost()) {
        return;
      }
      List<Move> moves = new ArrayList<>();
      process.add(now, moves);
      WorldMoves.add(now, moves);
      for (Move move : moves) {
        if (ways.putIfAbsent(move.to(), new Came(now, move.name())) == null) {
          open.addLast(move.to());
        }
      }
    }
  }

  int size() {
    return ways.size();
  }

  long count(Predicate<Situation> kind) {
    return ways.keySet().stream().filter(kind).count();
  }

  /** How a situation of some kind comes about, if one does. */
  Optional<List<String>> wayTo(Predicate<Situation> kind) {
    return ways.keySet().stream().filter(kind).findAny().map(this::way);
  }

  private List<String> way(Situation end) {
    List<String> way = new ArrayList<>();
    Situation at = end;
    Came came = ways.get(at);
    while (came != null && !came.from().equals(at)) {
      way.add(came.by());
      at = came.from();
      came = ways.get(at);
    }
    Collections.reverse(way);
    return way;
  }
}
