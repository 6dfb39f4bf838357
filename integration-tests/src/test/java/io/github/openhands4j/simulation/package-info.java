/**
 * The start protocol and the shared poller in virtual time: a model server, a road that loses,
 * delays, garbles and repeats what it carries, processes that crash, and an oracle that watches.
 *
 * <p>The step functions are the product's, and so is the look for a start; what drives them is of
 * this package. One thing the world never does: a refusal that a client gets to see (a 4xx, or the
 * limiter's 429) is true of every copy of its request. A proxy that repeats a request of its own
 * accord and passes on the refusal of one copy after the other was taken would make any client
 * believe something false.
 *
 * <p>A server that takes no ids of its clients is a world of its own: there, a start whose answer
 * was lost stays unknown for ever, and an answer that belongs to another start passes for ours.
 *
 * <p>Messages are sent by the product's own driver, each in a time of its own.
 *
 * <p>What threads and sockets add (interrupt flags, what is left running, secrets in logs) is
 * tested elsewhere, on the real client.
 */
@NullMarked
package io.github.openhands4j.simulation;

import org.jspecify.annotations.NullMarked;
