package io.github.openhands4j.simulation;

import io.github.openhands4j.simulation.ModelServer.Arrival;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The way of a start request and of its answer: requests get lost, arrive late or are sent twice by
 * a proxy; answers get lost, arrive late or as something else.
 */
final class Road {

  private static final List<Supplier<Reply>> GARBLED =
      List.of(
          () -> new Reply.Failure(Failures.cut()),
          () -> new Reply.Failure(Failures.webPage()),
          () -> new Reply.Failure(Failures.gateway(502)),
          () -> new Reply.Failure(Failures.gateway(504)),
          () -> new Reply.Failure(Failures.gateway(429)),
          () -> new Reply.Failure(Failures.gateway(408)));

  private final World world;

  Road(World world) {
    this.world = world;
  }

  /** Carries a request whose first byte is written; the answer comes back once, late or never. */
  void carry(Post post, Consumer<Reply> back) {
    long way = world.chance().between(Nanos.MILLI, 200 * Nanos.MILLI);
    if (world.chance().happens(world.plan().disturbedSends() / 3)) {
      if (world.chance().happens(0.5)) {
        world.note("request lost", post.job().number, "");
        breakOff(way, back);
        return;
      }
      way = world.chance().between(Nanos.SECOND, 5 * Nanos.MINUTE);
      world.note("request delayed", post.job().number, way / Nanos.MILLI);
    }
    world.timeline().in(way, () -> deliver(post, back));
  }

  private void deliver(Post post, Consumer<Reply> back) {
    if (!world.server().isUp()) {
      breakOff(Nanos.MILLI, back);
      return;
    }
    boolean repeats = world.chance().happens(world.plan().repeated());
    boolean impatient = repeats && world.chance().happens(0.5);
    Arrival arrival =
        world
            .server()
            .arrive(
                post,
                reply -> {
                  if (!impatient || reply.isRefusal()) {
                    comeBack(post, reply, back);
                  }
                });
    if (repeats && arrival != Arrival.REFUSED) {
      long pause = world.chance().upTo(Nanos.MINUTE);
      world.timeline().in(pause, () -> repeat(post.copy(), impatient, back));
    }
  }

  /** A proxy repeats a request; if it missed the first answer, it passes on the second. */
  private void repeat(Post copy, boolean passOn, Consumer<Reply> back) {
    Consumer<Reply> second =
        reply -> {
          if (passOn) {
            Reply honest = reply.isRefusal() ? new Reply.Failure(Failures.gateway(502)) : reply;
            comeBack(copy, honest, back);
          }
        };
    if (world.server().isUp()) {
      world.server().arrive(copy, second);
    } else {
      second.accept(new Reply.Failure(Failures.gateway(502)));
    }
  }

  private void comeBack(Post post, Reply reply, Consumer<Reply> back) {
    long way = world.chance().between(Nanos.MILLI, 200 * Nanos.MILLI);
    if (!world.chance().happens(world.plan().disturbedSends())) {
      world.timeline().in(way, () -> back.accept(reply));
      return;
    }
    double fate = world.chance().share();
    if (fate < 0.4) {
      world.note("answer lost", post.job().number, "");
      breakOff(way, back);
    } else if (fate < 0.55) {
      long late = world.chance().upTo(90 * Nanos.SECOND);
      world.timeline().in(late, () -> back.accept(reply));
    } else {
      Reply odd = garbled(post);
      world.note("answer garbled", post.job().number, odd.getClass().getSimpleName());
      world.timeline().in(way, () -> back.accept(odd));
    }
  }

  private Reply garbled(Post post) {
    // without an echo, nothing tells a foreign answer from one of ours
    boolean another = world.chance().happens(0.3) && world.plan().takesIds();
    ModelTask foreign = another ? world.server().foreign(post.job()) : null;
    if (foreign == null) {
      return world.chance().oneOf(GARBLED).get();
    }
    world.tally().add(Seen.FOREIGN_ANSWER);
    return new Reply.Row(foreign.row(world.now()));
  }

  /** The connection breaks at once, or goes silent. */
  private void breakOff(long after, Consumer<Reply> back) {
    if (world.chance().happens(0.5)) {
      world.timeline().in(after, () -> back.accept(new Reply.Failure(Failures.lost())));
    }
  }
}
