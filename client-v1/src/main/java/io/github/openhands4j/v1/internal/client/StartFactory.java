package io.github.openhands4j.v1.internal.client;

import io.github.openhands4j.core.ClientOptions;
import io.github.openhands4j.core.StartHandle;
import io.github.openhands4j.v1.Sandboxes;
import io.github.openhands4j.v1.Start;
import io.github.openhands4j.v1.internal.poll.Poller;
import io.github.openhands4j.v1.internal.start.StartAction;
import java.util.concurrent.Executor;

/**
 * Makes live starts of what the protocol found.
 *
 * @param poller carries their waits
 * @param sandboxes resumes paused sandboxes
 * @param completions runs what callers attach to waits
 * @param options give the default limit and the links
 */
record StartFactory(
    Poller poller, Sandboxes sandboxes, Executor completions, ClientOptions options) {

  Start of(StartHandle handle, StartAction.Succeed found) {
    return new DefaultStart(handle, found, poller, sandboxes, completions, options);
  }
}
