package io.github.openhands4j.v1.internal.start;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.openhands4j.core.CallInterruptedException;
import io.github.openhands4j.core.ClientClosedException;
import io.github.openhands4j.core.ClientOptions;
import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.core.StartHandle;
import io.github.openhands4j.core.StartJournal.State;
import io.github.openhands4j.core.internal.http.NamedServer;
import io.github.openhands4j.core.internal.resilience.Calls;
import io.github.openhands4j.core.internal.resilience.FailureClass;
import io.github.openhands4j.core.internal.resilience.OddFailures;
import io.github.openhands4j.core.internal.resilience.OperationClass;
import io.github.openhands4j.core.internal.time.Deadline;
import io.github.openhands4j.core.internal.time.ServerClock;
import io.github.openhands4j.core.internal.time.TimeSource;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.v1.AppConversationStartRequest;
import io.github.openhands4j.model.v1.AppConversationStartRequestBuilder;
import io.github.openhands4j.model.v1.AppConversationStartTask;
import io.github.openhands4j.v1.api.V1Api;
import io.github.openhands4j.v1.internal.look.LookRhythm;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Carries out the start protocol on the transport, on the calling thread. Nothing else in this
 * project sends a start.
 */
public final class StartDriver {

  private final V1Api api;
  private final Calls calls;
  private final StartTimes times;
  private final StartLookUp lookUp;
  private final StartRecord record;
  private final RunningLimit running;
  private final ObjectMapper mapper;
  private final ClientOptions options;
  private final TimeSource time;
  private final LookRhythm rhythm;
  private final StreamPatience patience;
  private final @Nullable String organization;

  /**
   * Creates a driver.
   *
   * @param api the operations
   * @param calls carries them out
   * @param mapper writes requests for their digest
   * @param options the limits
   * @param time the clock
   * @param serverClock the server's clock
   * @param chance gives numbers from 0 to 1, for the jitter of pauses
   * @param patience how long streams of starts are read
   */
  public StartDriver(
      V1Api api,
      Calls calls,
      ObjectMapper mapper,
      ClientOptions options,
      TimeSource time,
      ServerClock serverClock,
      DoubleSupplier chance,
      StreamPatience patience) {
    this.api = api;
    this.calls = calls;
    this.times = new StartTimes(time, serverClock);
    this.lookUp = new StartLookUp(api, calls, times, options.baseUrl());
    this.running = new RunningLimit(api.sandboxes(), calls, options, time);
    this.record = new StartRecord(options.journal());
    this.mapper = mapper;
    this.options = options;
    this.time = time;
    this.rhythm = new LookRhythm(time, chance);
    this.patience = patience;
    this.organization = null;
  }

  private StartDriver(
      StartDriver first,
      V1Api api,
      Calls calls,
      ClientOptions options,
      @Nullable String organization) {
    this.api = api;
    this.calls = calls;
    this.times = first.times;
    this.lookUp = new StartLookUp(api, calls, times, options.baseUrl());
    this.running = first.running;
    this.record = first.record;
    this.mapper = first.mapper;
    this.options = options;
    this.time = first.time;
    this.rhythm = first.rhythm;
    this.patience = first.patience;
    this.organization = organization;
  }

  /**
   * A driver whose calls differ. Both count their starts against one {@code max-running}.
   *
   * @param changedApi the operations
   * @param changedCalls carries them out
   * @param changedOptions the limits
   * @param named the organization that the operations name, or null
   * @return the other driver
   */
  public StartDriver with(
      V1Api changedApi, Calls changedCalls, ClientOptions changedOptions, @Nullable String named) {
    return new StartDriver(this, changedApi, changedCalls, changedOptions, named);
  }

  /**
   * Names a start that is about to be made.
   *
   * @param body the request, without an id
   * @return a new handle
   */
  public StartHandle newHandle(AppConversationStartRequest body) {
    ConversationId id = ConversationId.random();
    return new StartHandle(
        id,
        NamedServer.of(options.baseUrl()),
        times.stamp(id).truncatedTo(ChronoUnit.MILLIS),
        RequestDigest.of(body, mapper),
        organization);
  }

  /**
   * Makes a start, when {@code max-running} allows it.
   *
   * @param handle its new handle
   * @param body the request, without an id
   * @return how the server has it
   * @throws OpenHandsException as the protocol decides
   */
  public StartAction.Succeed start(StartHandle handle, AppConversationStartRequest body) {
    return start(handle, body, api.appConversations()::start);
  }

  /**
   * Makes a start that hangs on its connection, when {@code max-running} allows it.
   *
   * @param handle its new handle
   * @param body the request, without an id
   * @param told told each state of the start task, the first one included
   * @return how the server has it, as far as the stream told
   * @throws OpenHandsException as the protocol decides, or if the thread is interrupted or the
   *     client closed, which ends the stream and the start with it
   */
  public StartAction.Succeed startStreaming(
      StartHandle handle,
      AppConversationStartRequest body,
      Consumer<? super AppConversationStartTask> told) {
    try (StartStream stream =
        new StartStream(
            api.streamStarts(), mapper, options, patience.silence(), this::streamEnds)) {
      StartAction.Succeed begun = start(handle, body, stream);
      return begun.recovered() ? begun : stream.follow(handle, begun, told);
    }
  }

  private StartAction.Succeed start(
      StartHandle handle, AppConversationStartRequest body, StartSender sender) {
    running.await(handle.conversationId(), untilReady());
    AppConversationStartRequest request =
        AppConversationStartRequestBuilder.builder(body)
            .conversationId(handle.conversationId())
            .build();
    return run(new StartInput.Begin(), StartState.of(handle), request, sender);
  }

  /** Not by {@code ready-timeout}: that ends waits, and the end of a stream ends its start. */
  private Deadline streamEnds() {
    return calls.within(Deadline.in(time, patience.whole()));
  }

  private Deadline untilReady() {
    return calls.within(Deadline.in(time, options.readyTimeout()));
  }

  /**
   * Finds out what became of a start.
   *
   * @param handle its handle
   * @return how the server has it
   * @throws OpenHandsException as the protocol decides
   */
  public StartAction.Succeed resolve(StartHandle handle) {
    return run(
        new StartInput.Resume(),
        StartState.of(handle),
        AppConversationStartRequest.builder().build(),
        api.appConversations()::start);
  }

  private StartAction.Succeed run(
      StartInput first,
      StartState initial,
      AppConversationStartRequest request,
      StartSender sender) {
    StartStep step = StartProtocol.next(initial, first);
    Deadline resolving = null;
    while (true) {
      StartAction action = step.action();
      if (action instanceof StartAction.Succeed success) {
        record.success(initial.handle(), success);
        return success;
      }
      if (action instanceof StartAction.Fail fail) {
        if (fail.nothingStarted()) {
          running.dropped(initial.handle().conversationId());
          record.outcome(initial.handle(), State.NOT_STARTED);
        }
        throw fail.failure();
      }
      StartInput input;
      if (action instanceof StartAction.WriteDown) {
        input = record.begin(initial.handle());
      } else if (action instanceof StartAction.Send) {
        input = send(request, sender);
        running.sent(initial.handle().conversationId());
      } else {
        resolving =
            resolving == null
                ? calls.within(Deadline.in(time, options.resolveTimeout()))
                : resolving;
        input =
            action instanceof StartAction.Pause pause
                ? pause(pause.duration(), resolving)
                : look(initial.handle(), resolving);
      }
      step = StartProtocol.next(step.state(), input);
    }
  }

  private StartInput send(AppConversationStartRequest request, StartSender sender) {
    if (Thread.currentThread().isInterrupted()) {
      // The transport would notice only when the request may be on its way already.
      return new StartInput.Failed(
          FailureClass.NOT_SENT,
          new CallInterruptedException("Interrupted before a start was sent.", false, null, null));
    }
    try {
      return new StartInput.Answered(
          calls.call(
              OperationClass.START,
              Deadline.in(time, options.startTimeout()),
              timeouts -> sender.send(request, timeouts)));
    } catch (OpenHandsException failure) {
      return new StartInput.Failed(FailureClass.of(failure), failure);
    } catch (RuntimeException | Error odd) {
      // Whatever went wrong, the server may have the start: its handle must not get lost.
      return new StartInput.Failed(
          FailureClass.AMBIGUOUS, OddFailures.of("The answer to a start", odd));
    }
  }

  private StartInput look(StartHandle handle, Deadline resolving) {
    if (resolving.isOver()) {
      return new StartInput.TimeUp();
    }
    try {
      return lookUp.look(handle, resolving);
    } catch (OpenHandsException failure) {
      return new StartInput.LookFailed(failure);
    } catch (RuntimeException | Error odd) {
      return new StartInput.LookFailed(
          OddFailures.of("The answer to a question about a start", odd));
    }
  }

  private StartInput pause(Duration duration, Deadline resolving) {
    try {
      return rhythm.rest(duration, resolving) ? new StartInput.Woke() : new StartInput.TimeUp();
    } catch (ClientClosedException closed) {
      return new StartInput.Interrupted(closed);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new StartInput.Interrupted(
          new CallInterruptedException("Interrupted while finding out.", true, null, e));
    }
  }
}
