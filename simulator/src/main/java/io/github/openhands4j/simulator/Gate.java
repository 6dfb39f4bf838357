package io.github.openhands4j.simulator;

import com.github.tomakehurst.wiremock.http.Request;

/** Looks at the key of a request. */
interface Gate {

  /** True when the request carries a right key in the right place. */
  boolean admits(Request request);

  /** The answer to all others, the same for a missing and for a wrong key. */
  Reply refusal();
}
