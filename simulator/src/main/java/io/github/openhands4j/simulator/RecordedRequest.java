package io.github.openhands4j.simulator;

import java.time.Instant;
import java.util.Set;

/**
 * One request as the simulator received it. Header values and bodies are not kept: they can hold
 * secrets.
 *
 * @param number 1 for the first request since the start or the last {@link Journal#clear()}
 * @param method the HTTP method, upper case
 * @param path the raw path
 * @param query the raw query without question mark, empty when there is none
 * @param headerNames the names of the headers, lower case
 * @param status the status that was answered; 0 when the connection was broken instead
 * @param at the time of the simulator's clock
 */
public record RecordedRequest(
    long number,
    String method,
    String path,
    String query,
    Set<String> headerNames,
    int status,
    Instant at) {}
