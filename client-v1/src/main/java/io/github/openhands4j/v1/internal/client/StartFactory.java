package io.github.openhands4j.v1.internal.client;

import io.github.openhands4j.core.ClientOptions;
import io.github.openhands4j.core.StartHandle;
import io.github.openhands4j.v1.Sandboxes;
import io.github.openhands4j.v1.Start;
import io.github.openhands4j.v1.internal.poll.Poller;
import io.github.openhands4j.v1.internal.start.StartAction;

/**
 * Makes live starts of what the protocol found.
 *
 * @param poller carries their waits
 * @param sandboxes resumes paused sandboxes
 * @param options give the default limit and the links
 */
record StartFactory(Poller poller, Sandboxes sandboxes, ClientOptions options) {

  Start of(StartHandle handle, StartAction.Succeed found) {
    return new DefaultStart(handle, found, poller, sandboxes, options);
  }
}
