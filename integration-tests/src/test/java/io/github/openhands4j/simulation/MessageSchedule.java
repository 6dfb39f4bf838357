package io.github.openhands4j.simulation;

import feign.Request;
import io.github.openhands4j.core.CallInterruptedException;
import io.github.openhands4j.core.ClientOptions;
import io.github.openhands4j.core.ErrorCode;
import io.github.openhands4j.core.MessageOutcomeUnknownException;
import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.core.TransportException;
import io.github.openhands4j.core.internal.limits.RetryTokens;
import io.github.openhands4j.core.internal.resilience.Calls;
import io.github.openhands4j.core.internal.resilience.FailureClass;
import io.github.openhands4j.core.internal.time.ServerClock;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.TextContent;
import io.github.openhands4j.model.v1.AppSendMessageRequest;
import io.github.openhands4j.v1.internal.look.LookRhythm;
import io.github.openhands4j.v1.internal.message.MessageClock;
import io.github.openhands4j.v1.internal.message.MessageDriver;
import io.github.openhands4j.v1.internal.message.SentMessages;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Messages to one conversation, one after the other, as their seed decides. */
final class MessageSchedule {

  private static final ConversationId ID = new ConversationId(new UUID(1, 1));
  private static final ClientOptions OPTIONS =
      ClientOptions.builder().baseUrl("http://127.0.0.1:1").noApiKey().build();
  private static final ClientOptions SLOW =
      OPTIONS.toBuilder().writeTimeout(OPTIONS.writeTimeout().multipliedBy(4)).build();

  private final Chance chance;
  private final ClientPlan plan;
  private final ClientTime time;
  private final ModelWire wire;
  private final ModelChat chat;
  private final Mistake mistake;
  private final MessageDriver driver;
  private final Map<Heard, Long> heard = new EnumMap<>(Heard.class);
  private ModelChat.Message current = new ModelChat.Message("", 0);

  private MessageSchedule(long seed, Mistake mistake) {
    this.chance = new Chance(seed);
    this.plan = ClientPlan.of(chance);
    this.time = new ClientTime(chance, plan.clockSkewNanos(), plan.interrupts());
    this.mistake = mistake;
    ClientOptions options = mistake == Mistake.TAKES_ITS_TIME ? SLOW : OPTIONS;
    ServerClock clock = new ServerClock(time);
    this.wire = new ModelWire(time, chance, plan, clock, ModelChat.REFUSALS);
    this.chat = new ModelChat(time, chance, plan, wire);
    this.driver =
        new MessageDriver(
            ModelApi.ofChat(this::carry, chat),
            new Calls(options, time, chance::share, new RetryTokens()),
            options,
            new SentMessages(new MessageClock(time, clock)),
            new LookRhythm(time, chance::share),
            id -> {});
  }

  /** Runs it; throws {@link BrokenPromiseException} when a promise does not hold. */
  static Map<Heard, Long> run(long seed, Mistake mistake) {
    return new MessageSchedule(seed, mistake).run();
  }

  private Object carry(Request.Options options) {
    try {
      return chat.send(current, options);
    } catch (TransportException lost) {
      if (mistake == Mistake.SENDS_AGAIN && lost.requestMayHaveBeenSent()) {
        return chat.send(current, options);
      }
      throw lost;
    }
  }

  private Map<Heard, Long> run() {
    for (int number = 0; number < plan.jobs(); number++) {
      time.pass(chance.upTo(chance.happens(0.5) ? 20 * Nanos.SECOND : 5 * Nanos.MINUTE));
      ModelChat.Message message =
          new ModelChat.Message(UserText.TEXT + " " + chance.below(plan.texts()), time.nanoTime());
      if (chat.heard(message.text)) {
        add(Heard.EQUAL_TEXTS);
      }
      current = message;
      boolean flag;
      try {
        add(send(message));
      } finally {
        flag = Thread.interrupted();
      }
      if (flag) {
        add(Heard.INTERRUPTED);
      }
      time.requireKept(flag);
      check(message);
    }
    return heard;
  }

  private Heard send(ModelChat.Message message) {
    try {
      pass(message);
    } catch (MessageOutcomeUnknownException unknown) {
      UserText.requireNoneIn(unknown);
      requireAttempts(message, unknown);
      if (!unknown.conversationId().equals(ID)) {
        throw new BrokenPromiseException(Promise.NEVER_LOST, "a message ends without its id");
      }
      return Heard.UNKNOWN;
    } catch (OpenHandsException failure) {
      return denied(message, failure);
    }
    // A copy that a proxy made of an earlier one cannot be told from a later one of its text.
    if (!chat.heard(message) && !chat.wasCopied(message.text)) {
      throw new BrokenPromiseException(Promise.TRUE_ANSWER, "a message is said to have arrived");
    }
    return message.wasAcknowledged() ? Heard.ACKNOWLEDGED : Heard.FOUND;
  }

  private void pass(ModelChat.Message message) {
    try {
      var unused =
          driver.send(
              ID,
              AppSendMessageRequest.builder()
                  .role("user")
                  .content(List.of(TextContent.of(message.text)))
                  .run(true)
                  .build());
    } catch (MessageOutcomeUnknownException unknown) {
      if (mistake != Mistake.BELIEVES) {
        spoil(unknown);
        throw unknown;
      }
    } finally {
      if (mistake == Mistake.LOSES_THE_FLAG) {
        var unused = Thread.interrupted();
      }
    }
  }

  /** What a client that makes a mistake throws, or not, instead of an outcome that is unknown. */
  private void spoil(MessageOutcomeUnknownException unknown) {
    if (mistake == Mistake.FORGETS_ATTEMPTS) {
      throw new MessageOutcomeUnknownException(ID, Failures.lost());
    }
    if (mistake == Mistake.DENIES) {
      throw Failures.lost();
    }
    if (mistake == Mistake.SHOWS_WHAT_THE_USER_WROTE) {
      throw new MessageOutcomeUnknownException(
          ID, new TransportException(ErrorCode.CONNECTION_LOST, current.text, true, unknown));
    }
  }

  /** The caller concludes that it may send the message again. */
  private Heard denied(ModelChat.Message message, OpenHandsException failure) {
    UserText.requireNoneIn(failure);
    boolean certain =
        !FailureClass.of(failure).mayHaveBeenDone() || ModelChat.isSaidBefore(failure);
    if (!certain) {
      throw new BrokenPromiseException(Promise.ENDS, "a message ends with " + failure);
    }
    if (message.once.hasArrived()) {
      throw new BrokenPromiseException(
          Promise.NEVER_LOST, "a message is there and was said not to be: " + failure);
    }
    requireAttempts(message, failure);
    return failure instanceof CallInterruptedException
            || FailureClass.of(failure) == FailureClass.NOT_SENT
        ? Heard.NOT_SENT
        : Heard.REFUSED;
  }

  private void requireAttempts(ModelChat.Message message, Throwable thrown) {
    wire.requireUnbroken(); // what was sent twice is worse than what was not told
    Attempts.requireKept(message.once.failures(), thrown);
  }

  private void check(ModelChat.Message message) {
    wire.requireUnbroken();
    long took = time.nanoTime() - message.beganNanos;
    long limit = OPTIONS.writeTimeout().plus(OPTIONS.resolveTimeout()).toNanos();
    if (took > limit + 50 * Nanos.MILLI) {
      throw new BrokenPromiseException(
          Promise.IN_TIME, "a message took " + took / Nanos.MILLI + " ms");
    }
    if (message.once.attempts() > 1) {
      add(Heard.SENT_AGAIN_AFTER_A_REFUSAL);
    }
    if (message.wasRepeated()) {
      add(Heard.REPEATED_BY_A_PROXY);
    }
  }

  private void add(Heard kind) {
    heard.merge(kind, 1L, Long::sum);
  }
}
