package io.github.openhands4j.compat.internal.http.route;

import io.github.openhands4j.compat.http.V0Response;
import io.github.openhands4j.v0.OpenHandsV0Client;

/** Carries out a request that is in order: one typed call, and its answer as bytes. */
@FunctionalInterface
interface Handler {

  V0Response answer(Call call, OpenHandsV0Client client);
}
