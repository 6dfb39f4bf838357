package io.github.openhands4j.compat.internal.events;

/**
 * The numbers of the V0 events made of one V1 event.
 *
 * @param from the first number
 * @param to the last number
 */
public record NumberRange(long from, long to) {}
