/**
 * All states that one start can get into: the start protocol with a process that may crash, a road
 * that loses, delays and repeats, and a server, in every order of their moves.
 *
 * <p>As in the simulation, a refusal is true of every copy of its request.
 */
@NullMarked
package io.github.openhands4j.statespace;

import org.jspecify.annotations.NullMarked;
