package io.github.openhands4j.statespace;

import java.util.List;

/** What road, proxy and server can do. */
final class WorldMoves {

  private WorldMoves() {}

  static void add(Situation now, List<Move> moves) {
    if (now.road().requests() > 0) {
      arrivals(now.road(now.road().requests(-1)), moves);
    }
    if (now.road().copies() > 0) {
      Situation arrived = now.road(now.road().copies(-1));
      moves.add(new Move("a copy is taken", arrived.server(now.server().takes(true))));
      moves.add(new Move("a copy fails", arrived));
      if (now.left().lies()) {
        Road refused = arrived.road().refusals(1);
        moves.add(new Move("a copy is refused, and that is passed on", arrived.road(refused)));
      }
    }
    if (now.server().hidden() > 0) {
      moves.add(new Move("a start is committed", now.server(now.server().commits())));
    }
    if (now.server().owed() > 0) {
      Situation answered = now.server(now.server().answers());
      moves.add(new Move("a row is answered", answered.road(now.road().rows(1))));
      moves.add(new Move("an error is answered", answered.road(now.road().errors(1))));
    }
    if (now.left().losses() > 0) {
      losses(now.left(now.left().lessLosses()), moves);
    }
    if (now.left().crashes() > 0 && now.server().owed() + now.server().hidden() > 0) {
      moves.add(
          new Move(
              "the server crashes",
              now.left(now.left().lessCrashes()).server(now.server().restarted())));
    }
  }

  private static void arrivals(Situation arrived, List<Move> moves) {
    Situation taken = arrived.server(arrived.server().takes(false));
    Situation failed = arrived.road(arrived.road().errors(1));
    moves.add(new Move("the request is taken", taken));
    moves.add(new Move("the request fails", failed));
    moves.add(new Move("the request is refused", arrived.road(arrived.road().refusals(1))));
    if (arrived.left().repeats() > 0) {
      Left left = arrived.left().lessRepeats();
      moves.add(
          new Move(
              "the request is taken, and repeated", taken.road(taken.road().copies(1)).left(left)));
      moves.add(
          new Move(
              "the request fails, and is repeated",
              failed.road(failed.road().copies(1)).left(left)));
    }
  }

  private static void losses(Situation after, List<Move> moves) {
    Road road = after.road();
    if (road.requests() > 0) {
      moves.add(new Move("the request is lost", after.road(road.requests(-1))));
    }
    if (road.copies() > 0) {
      moves.add(new Move("a copy is lost", after.road(road.copies(-1))));
    }
    if (road.rows() > 0) {
      moves.add(new Move("a row is lost", after.road(road.rows(-1))));
    }
    if (road.errors() > 0) {
      moves.add(new Move("an error is lost", after.road(road.errors(-1))));
    }
    if (road.refusals() > 0) {
      moves.add(new Move("a refusal is lost", after.road(road.refusals(-1))));
    }
  }
}
