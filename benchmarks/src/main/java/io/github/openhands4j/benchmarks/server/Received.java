package io.github.openhands4j.benchmarks.server;

/**
 * A request as it arrived.
 *
 * @param method GET or POST
 * @param target path and query
 * @param body the body, empty without one
 */
public record Received(String method, String target, String body) {}
