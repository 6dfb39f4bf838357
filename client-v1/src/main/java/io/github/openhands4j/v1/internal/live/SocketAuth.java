package io.github.openhands4j.v1.internal.live;

/** How a socket shows the sandbox's key, newest way first. */
enum SocketAuth {
  /** In the first frame; known since April 2026. */
  FIRST_FRAME,
  /** In a header, as all other requests. */
  HEADER,
  /** In the address: for the oldest servers, which look nowhere else. */
  QUERY
}
