package io.github.openhands4j.v0.internal.direct;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.openhands4j.core.ApiException;
import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.core.internal.resilience.FailureClass;
import io.github.openhands4j.model.v0.CreateConversationRequest;
import io.github.openhands4j.v0.V0Exception;
import io.github.openhands4j.v0.V0StartOutcomeUnknownException;
import io.github.openhands4j.v0.internal.rules.V0Failures;

/**
 * Decides what a failed create means: refused by the server, or of unknown outcome.
 *
 * <p>A V0 server answers some refusals with 500: as its error object, or, where it breaks down on a
 * request, as {@code Internal Server Error} in plain text. Those that come from V0 itself, before
 * its agent runs, have always been errors to callers. The plain text is one only on a request that
 * V0 never gets past: a breakdown on any other may have come after the agent was begun. Everything
 * else with 5xx or 408 may come from something between us and V0 that gave up on an answer still
 * being made (the maintenance page of the Cloud replaces any 500), and is unknown; so is an answer
 * that was lost or cannot be read.
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

  V0Exception of(CreateConversationRequest request, OpenHandsException failure) {
    return switch (FailureClass.of(failure)) {
      case NOT_SENT -> V0Failures.of(failure);
      case REJECTED -> goneSigns.in(failure) ? GoneSigns.gone(failure) : V0Failures.of(failure);
      case AMBIGUOUS -> isV0sOwn(request, failure) ? V0Failures.of(failure) : unknown(failure);
      // A web page in the place of an answer proves nothing by itself: the collection is asked.
      case UNREADABLE ->
          goneSigns.in(failure) && presence.isGone() ? GoneSigns.gone(failure) : unknown(failure);
    };
  }

  private static V0StartOutcomeUnknownException unknown(OpenHandsException failure) {
    return new V0StartOutcomeUnknownException(null, failure);
  }

  private boolean isV0sOwn(CreateConversationRequest request, OpenHandsException failure) {
    return (KnownCrashes.include(request) && PlainCrash.is(failure))
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
