package io.github.openhands4j.core.internal.limits;

import io.github.openhands4j.core.ClientOptions;

/**
 * How many requests may leave.
 *
 * @param perMinute at most so many in any minute
 * @param perSecond at most so many in any second
 */
record RequestLimits(int perMinute, int perSecond) {

  static RequestLimits of(ClientOptions options) {
    return new RequestLimits(options.requestsPerMinute(), options.requestsPerSecond());
  }

  RequestLimits lowerOf(RequestLimits other) {
    return new RequestLimits(
        Math.min(perMinute, other.perMinute), Math.min(perSecond, other.perSecond));
  }
}
