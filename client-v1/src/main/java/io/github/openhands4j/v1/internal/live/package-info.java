/**
 * Internal: events as they happen. A WebSocket tells that something happened, reads in the order of
 * the agent server tell what: so nothing is lost, doubled or out of order, whatever the socket
 * does.
 */
@NullMarked
package io.github.openhands4j.v1.internal.live;

import org.jspecify.annotations.NullMarked;
