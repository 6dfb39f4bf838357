package io.github.openhands4j.v1.internal.client;

import io.github.openhands4j.core.ClientOptions;
import io.github.openhands4j.core.StartHandle;
import io.github.openhands4j.v1.Start;
import io.github.openhands4j.v1.internal.conversation.ConversationFactory;
import io.github.openhands4j.v1.internal.conversation.RunWaits;
import io.github.openhands4j.v1.internal.start.StartAction;

/**
 * Makes live starts of what the protocol found.
 *
 * @param waits carries their waits
 * @param conversations makes conversations of what waits end with
 * @param options give the default limit
 */
record StartFactory(RunWaits waits, ConversationFactory conversations, ClientOptions options) {

  Start of(StartHandle handle, StartAction.Succeed found) {
    return new DefaultStart(handle, found, waits, conversations, options);
  }
}
