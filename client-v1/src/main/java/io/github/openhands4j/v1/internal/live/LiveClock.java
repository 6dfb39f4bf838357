package io.github.openhands4j.v1.internal.live;

import io.github.openhands4j.core.internal.time.TimeSource;
import java.util.function.DoubleSupplier;

/**
 * The time and chance of subscriptions.
 *
 * @param time the clock
 * @param chance gives numbers from 0 to 1, for the jitter of retries
 */
public record LiveClock(TimeSource time, DoubleSupplier chance) {}
