package io.github.openhands4j.v0.internal.direct;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.openhands4j.core.ApiException;
import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.core.internal.resilience.FailureClass;
import io.github.openhands4j.v0.V0Exception;
import io.github.openhands4j.v0.V0StartOutcomeUnknownException;
import io.github.openhands4j.v0.internal.rules.V0Failures;

/**
 * Decides what a failed create means: refused by the server, or of unknown outcome.
 *
 * <p>A V0 server answers some refusals with 500: a repository without any provider token, or a task
 * type it does not implement, as {@code Internal Server Error} in plain text, and others as its
 * error object. Those come from V0 itself, before its agent runs, and callers have always seen them
 * as errors. Everything else with 5xx or 408 may come from something between us and V0 that gave up
 * on an answer still being made (the maintenance page of the Cloud replaces any 500), and is
 * unknown; so is an answer that was lost or cannot be read.
 */
final class CreateFailures {

  private static final int INTERNAL_ERROR = 500;

  private final ObjectMapper mapper;
  private final GoneSigns goneSigns;
  private final Presence presence;

  CreateFailures(ObjectMapper mapper, GoneSigns goneSigns, Presence presence) {
    this.mapper = mapper;
    this.goneSigns = goneSigns;
    this.presence = presence;
  }

  V0Exception of(OpenHandsException failure) {
    return switch (FailureClass.of(failure)) {
      case NOT_SENT -> V0Failures.of(failure);
      case REJECTED -> goneSigns.in(failure) ? GoneSigns.gone(failure) : V0Failures.of(failure);
      case AMBIGUOUS -> isV0sOwn(failure) ? V0Failures.of(failure) : unknown(failure);
      // A web page in the place of an answer proves nothing by itself: the collection is asked.
      case UNREADABLE ->
          goneSigns.in(failure) && presence.isGone() ? GoneSigns.gone(failure) : unknown(failure);
    };
  }

  private static V0StartOutcomeUnknownException unknown(OpenHandsException failure) {
    return new V0StartOutcomeUnknownException(null, failure);
  }

  private boolean isV0sOwn(OpenHandsException failure) {
    return PlainCrash.is(failure)
        || (failure instanceof ApiException answer
            && answer.status() == INTERNAL_ERROR
            && isErrorObject(answer.body()));
  }

  private boolean isErrorObject(String body) {
    try {
      return mapper.readTree(body).path("status").asText().equals("error");
    } catch (JsonProcessingException notJson) {
      return false;
    }
  }
}
