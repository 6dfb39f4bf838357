package io.github.openhands4j.v0;

/**
 * Which backend a V0 client runs on.
 *
 * @param name {@code direct} for a server that has V0, otherwise the provider's name
 * @param version the backend's release
 * @param location the jar or folder it was loaded from
 * @deprecated since 0.1.0, with the V0 API.
 */
@Deprecated(since = "0.1.0")
public record V0BackendInfo(String name, String version, String location) {}
