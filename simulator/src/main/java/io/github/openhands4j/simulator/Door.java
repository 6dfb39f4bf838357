package io.github.openhands4j.simulator;

import com.github.tomakehurst.wiremock.http.Request;
import java.time.Instant;

/** What stands behind an address and answers its requests. */
interface Door {

  /** Answers a request; the caller holds the world. */
  Reply answer(Request request, Target target, Instant now);
}
