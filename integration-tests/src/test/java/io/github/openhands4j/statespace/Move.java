package io.github.openhands4j.statespace;

/**
 * Something that can happen in a situation.
 *
 * @param name what happens
 * @param to the situation it leads to
 */
record Move(String name, Situation to) {}
