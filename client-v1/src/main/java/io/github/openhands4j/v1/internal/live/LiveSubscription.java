package io.github.openhands4j.v1.internal.live;

import io.github.openhands4j.core.CallInterruptedException;
import io.github.openhands4j.core.ErrorCode;
import io.github.openhands4j.core.NotFoundException;
import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.core.SandboxLostException;
import io.github.openhands4j.core.UnreadableAnswerException;
import io.github.openhands4j.core.internal.resilience.OurOwnEnd;
import io.github.openhands4j.core.internal.sandbox.SandboxTrouble;
import io.github.openhands4j.core.internal.time.Patience;
import io.github.openhands4j.core.internal.time.TimeSource;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.v1.AppConversation;
import io.github.openhands4j.model.v1.SandboxStatus;
import io.github.openhands4j.model.v1.event.Event;
import io.github.openhands4j.v1.LiveEvents;
import io.github.openhands4j.v1.LiveListener;
import io.github.openhands4j.v1.LiveState;
import io.github.openhands4j.v1.internal.agent.AgentAddress;
import io.github.openhands4j.v1.internal.event.AgentEventsDoor;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One subscription. Its thread finds out where events are to be had, and follows them there until
 * that ends; then it looks again.
 */
final class LiveSubscription implements LiveEvents {

  private static final int MOST_RELISTS = 20;

  /** A socket that stood for less is one more failure. */
  private static final Duration STEADY = Duration.ofSeconds(30);

  private final ConversationId id;
  private final LiveSource source;
  private final LiveRhythm rhythm;
  private final TimeSource time;
  private final DoubleSupplier chance;
  private final LiveTeller teller;
  private final LiveThread thread;
  private final Bell bell;
  private final LiveRests rests;
  private final AgentWay way;
  private final LiveSocket socket;
  private final CatchUp catchUp;
  private final StoredPace pace;
  private final LiveWishes wishes = new LiveWishes();
  private final Consumer<LiveSubscription> ended;
  private Patience trouble = Patience.FRESH;
  private int failures;

  LiveSubscription(
      ConversationId id,
      @Nullable Event last,
      LiveListener listener,
      LiveSource source,
      LiveRhythm rhythm,
      LiveClock clock,
      Bell bell,
      Consumer<LiveSubscription> ended) {
    this.id = id;
    this.source = source;
    this.rhythm = rhythm;
    this.time = clock.time();
    this.chance = clock.chance();
    this.teller = new LiveTeller(listener, last);
    this.bell = bell;
    this.thread = new LiveThread(bell);
    this.rests = new LiveRests(thread, source, time);
    this.way = new AgentWay(id, source, rhythm, clock, teller::failed);
    this.socket = new LiveSocket(id, source, rhythm.ready(), rests, bell, teller::failed);
    this.catchUp = new CatchUp(id, last, source, teller, thread);
    this.pace = new StoredPace(rhythm.stored());
    this.ended = ended;
  }

  void start() {
    thread.start("openhands4j-live", this::run);
  }

  @Override
  public LiveState state() {
    return teller.state();
  }

  @Override
  public Optional<Event> lastSeen() {
    return Optional.ofNullable(teller.last());
  }

  @Override
  public boolean awaitTold(Duration limit) {
    try {
      return wishes.await(limit, bell::ring);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CallInterruptedException(
          "The wait for the events of conversation " + id + " was interrupted.", false, null, e);
    }
  }

  @Override
  public void close() {
    teller.hush();
    thread.stop();
  }

  private void run() {
    try {
      while (lookAgain()) {
        // until there is nothing to look for
      }
    } catch (LiveThread.Stopped closed) {
      // as wanted
    } catch (OpenHandsException ownEnd) {
      if (!thread.isStopped()) {
        teller.failed(ownEnd);
      }
    } finally {
      socket.close();
      wishes.end();
      teller.become(LiveState.ENDED);
      ended.accept(this);
    }
  }

  /** One look at the conversation and what comes of it; false when it is gone. */
  private boolean lookAgain() {
    try {
      AppConversation row = thread.reading(() -> source.conversation(id)).orElse(null);
      AgentAddress address = way.open(row);
      if (address != null) {
        trouble = Patience.FRESH;
        follow(address);
      } else {
        long now = time.nanoTime();
        trouble = SandboxTrouble.seen(trouble, sandbox(row), now);
        boolean over = SandboxTrouble.isForGood(trouble, now);
        if (pace.readsEvents(row) || AgentWay.isNamed(row) || wishes.any()) {
          readStored(over || row == null);
        }
        if (over) {
          gone(row);
          return false;
        }
        teller.become(LiveState.POLLING);
        rests.rest(pace.rest());
      }
    } catch (LiveThread.Stopped closed) {
      throw closed;
    } catch (OpenHandsException failure) {
      if (thread.isStopped() || OurOwnEnd.is(failure) || source.isOver()) {
        throw failure;
      }
      failed(failure);
    } catch (RuntimeException | Error unknown) {
      failed(unexpected(unknown));
    }
    return true;
  }

  /** Whatever else is thrown comes from an answer nobody has thought of. */
  private OpenHandsException unexpected(Throwable unknown) {
    return new UnreadableAnswerException(
        ErrorCode.ANSWER_UNREADABLE,
        200,
        "The live events of conversation "
            + id
            + " failed ("
            + unknown.getClass().getSimpleName()
            + ").",
        unknown);
  }

  private void gone(@Nullable AppConversation row) {
    teller.failed(new SandboxLostException(id, String.valueOf(sandbox(row))));
  }

  /** What is not listed has no sandbox; one whose status the server does not say may have one. */
  private static @Nullable SandboxStatus sandbox(@Nullable AppConversation row) {
    return row == null ? SandboxStatus.MISSING : row.sandboxStatus();
  }

  private void failed(OpenHandsException failure) {
    teller.failed(failure);
    if (way.closesFor(failure)) {
      return; // the next look reads what is stored
    }
    failures++;
    teller.become(LiveState.CONNECTING);
    LiveRests.Span span = rests.span(rhythm.retry(failures, chance.getAsDouble()));
    while (span.goesOn()) {
      span.rest(); // a wish is a reason to read, but the server is left alone
    }
  }

  /** Follows the events of an agent server until it, or the socket, is lost. */
  private void follow(AgentAddress address) {
    AgentEventsDoor door = way.door(address);
    catchUpWithWishes(door);
    way.works();
    pace.news();
    SocketConnector.Connection connection = socket.open(address);
    if (connection == null) {
      poll(door);
      return;
    }
    long since = time.nanoTime();
    try {
      teller.become(LiveState.CONNECTED);
      listen(door, connection.feed());
    } finally {
      connection.socket().close();
      if (time.nanoTime() - since >= STEADY.toNanos()) {
        failures = 0;
      }
    }
  }

  private void listen(AgentEventsDoor door, SocketFeed feed) {
    int relists = 0;
    while (feed.failure() == null) {
      feed.takePieces().forEach(teller::tell);
      SocketFeed.News unused = feed.takeNews(); // what comes from here on may not be in the read
      long since = time.nanoTime();
      long asked = wishes.latest();
      catchUp.fromAgent(door);
      feed.takeOnlyHere().forEach(teller::tell);
      boolean awaits = feed.awaits(teller::isKnown);
      if (awaits && relists == MOST_RELISTS) {
        feed.takeAll().forEach(teller::tell);
        awaits = false;
      }
      if (!awaits) {
        wishes.grant(asked);
      }
      relists = awaits ? relists + 1 : 0; // servers tell an event a moment before they list it
      Duration longest = awaits ? rhythm.relist() : rhythm.connected();
      awaitNews(feed, longest, rests.spanSince(since, longest));
    }
    feed.takePieces().forEach(teller::tell);
    long asked = wishes.latest();
    catchUp.fromAgent(door);
    feed.takeAll().forEach(teller::tell);
    wishes.grant(asked);
    OpenHandsException lost = feed.failure();
    if (lost != null) {
      throw lost;
    }
  }

  /** Rests until there is a reason to read; pieces are none, and are told at once. */
  private void awaitNews(SocketFeed feed, Duration longest, LiveRests.Span span) {
    SocketFeed.News news;
    do {
      feed.takePieces().forEach(teller::tell);
      rests.rest(longest);
      news = feed.takeNews();
    } while (news == SocketFeed.News.PIECES
        && !wishes.any()
        && feed.failure() == null
        && span.goesOn());
  }

  /** Without a socket: asks until it is time for another try. */
  private void poll(AgentEventsDoor door) {
    failures++;
    teller.become(LiveState.POLLING);
    Duration pause = rhythm.polling();
    long pauses = Math.max(1, rhythm.retry(failures, chance.getAsDouble()).dividedBy(pause));
    LiveRests.Span span = rests.span(pause.multipliedBy(pauses));
    do { // a wish is granted by a read of its own, and brings no other try nearer
      span.restAtMost(pause);
      catchUpWithWishes(door);
    } while (span.goesOn());
  }

  private void catchUpWithWishes(AgentEventsDoor door) {
    long asked = wishes.latest();
    catchUp.fromAgent(door);
    wishes.grant(asked);
  }

  /** Tells what the app server has stored and was not told. */
  private void readStored(boolean mayBeGone) {
    long asked = wishes.latest();
    Event before = teller.last();
    try {
      catchUp.fromStore();
    } catch (NotFoundException deleted) {
      if (!mayBeGone) {
        throw deleted;
      }
      return; // its events went with it
    }
    wishes.grant(asked);
    if (!Objects.equals(before, teller.last())) {
      pace.news();
    }
  }
}
