package io.github.openhands4j.v1.internal.start;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import feign.Request;
import io.github.openhands4j.core.CallInterruptedException;
import io.github.openhands4j.core.ClientClosedException;
import io.github.openhands4j.core.ClientOptions;
import io.github.openhands4j.core.ErrorCode;
import io.github.openhands4j.core.StartHandle;
import io.github.openhands4j.core.StreamedAnswer;
import io.github.openhands4j.core.UnreadableAnswerException;
import io.github.openhands4j.core.internal.http.CallTimes;
import io.github.openhands4j.core.internal.json.JsonFailure;
import io.github.openhands4j.core.internal.time.Deadline;
import io.github.openhands4j.model.v1.AppConversationStartRequest;
import io.github.openhands4j.model.v1.AppConversationStartTask;
import io.github.openhands4j.v1.api.StreamStartsApi;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A start whose states arrive in its own answer, one JSON object after the other. The server sends
 * the head before it knows anything, is silent through long phases, and ends a broken stream as
 * properly as a whole one: only the states count, not how it ends. For one start.
 */
final class StartStream implements StartSender, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger("io.github.openhands4j.start");

  private final StreamStartsApi api;
  private final ObjectMapper mapper;
  private final ObjectReader oneOfMany;
  private final ClientOptions options;
  private final Duration longestSilence;
  private final Supplier<Deadline> ends;
  private @Nullable StreamedAnswer answer;
  private @Nullable JsonParser parser;

  /**
   * A stream that is not begun.
   *
   * @param longestSilence the longest silence in it
   * @param ends when a stream has to end that begins now
   */
  StartStream(
      StreamStartsApi api,
      ObjectMapper mapper,
      ClientOptions options,
      Duration longestSilence,
      Supplier<Deadline> ends) {
    this.api = api;
    this.mapper = mapper;
    this.oneOfMany =
        mapper
            .readerFor(JsonNode.class)
            .without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS); // more states follow
    this.options = options;
    this.longestSilence = longestSilence;
    this.ends = ends;
  }

  @Override
  public AppConversationStartTask send(AppConversationStartRequest request, Request.Options times) {
    close();
    Deadline end = ends.get();
    Duration silence = end.atMost(longestSilence);
    answer =
        api.start(
            request,
            CallTimes.streamed(options, silence, end.remaining(), options.maxAnswerBytes()));
    try {
      parser = mapper.getFactory().createParser(answer.body());
      AppConversationStartTask first =
          parser.nextToken() == JsonToken.START_ARRAY ? next(parser) : null;
      if (first == null) {
        throw unreadable(ErrorCode.ANSWER_CUT, "the end came before the first state", null);
      }
      return first;
    } catch (IOException e) {
      throw unreadable(
          ErrorCode.ANSWER_UNREADABLE, "the stream is not the expected JSON", JsonFailure.of(e));
    }
  }

  /** Reads on until the stream ends, whatever its end: even READY need not be the last state. */
  StartAction.Succeed follow(
      StartHandle handle,
      StartAction.Succeed begun,
      Consumer<? super AppConversationStartTask> told) {
    AppConversationStartTask last = Objects.requireNonNull(begun.task());
    try {
      JsonParser states = Objects.requireNonNull(parser);
      AppConversationStartTask state = last;
      while (state != null) {
        last = state;
        tell(told, state);
        state = next(states);
      }
    } catch (CallInterruptedException e) {
      throw new CallInterruptedException(
          "The stream of start " + handle.conversationId() + " was interrupted.", true, handle, e);
    } catch (ClientClosedException e) {
      throw new ClientClosedException(handle, true, e);
    } catch (IOException | RuntimeException | Error broken) {
      // Whatever went wrong, the server may have the start.
      LOG.warn(
          "the stream of a start broke, and the server may have given it up; it is polled"
              + " from now on [conversation={}, status={}, failure={}]",
          handle.conversationId(),
          last.status(),
          broken.getClass().getSimpleName());
    }
    return new StartAction.Succeed(last, begun.echoed(), false, begun.duplicates());
  }

  /**
   * The next state that can be read, or null at the end of the list. One that cannot is no reason
   * to let go of the stream, which would end the start.
   */
  private @Nullable AppConversationStartTask next(JsonParser states) throws IOException {
    while (states.nextToken() == JsonToken.START_OBJECT) {
      JsonNode state = oneOfMany.readTree(states);
      try {
        return mapper.treeToValue(state, AppConversationStartTask.class);
      } catch (JsonProcessingException odd) {
        LOG.warn(
            "a state of a start cannot be read [failure={}]", JsonFailure.of(odd).getMessage());
      }
    }
    return null;
  }

  /** What a listener throws must not end the stream, which would end the start. */
  private static void tell(
      Consumer<? super AppConversationStartTask> told, AppConversationStartTask state) {
    try {
      told.accept(state);
    } catch (RuntimeException | Error failure) {
      LOG.warn(
          "a listener of a start failed [task={}, failure={}]",
          state.id(),
          failure.getClass().getName());
    }
  }

  private static UnreadableAnswerException unreadable(
      ErrorCode code, String what, @Nullable Throwable cause) {
    return new UnreadableAnswerException(
        code, 200, "POST /api/v1/app-conversations/stream-start -> 200, but " + what + ".", cause);
  }

  @Override
  public void close() {
    StreamedAnswer open = answer;
    answer = null;
    if (open != null) {
      open.close();
    }
  }
}
