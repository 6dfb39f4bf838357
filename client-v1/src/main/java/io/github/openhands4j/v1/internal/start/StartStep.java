package io.github.openhands4j.v1.internal.start;

/**
 * The result of one step of the protocol.
 *
 * @param state the state after it
 * @param action what is to be done next
 */
public record StartStep(StartState state, StartAction action) {}
