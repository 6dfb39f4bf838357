/**
 * The simulator in tests with JUnit 5: {@link
 * io.github.openhands4j.simulator.junit.OpenHandsExtension} starts and stops it. Needs {@code
 * junit-jupiter-api}, which this library does not bring along.
 */
@NullMarked
package io.github.openhands4j.simulator.junit;

import org.jspecify.annotations.NullMarked;
