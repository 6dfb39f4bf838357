package io.github.openhands4j.faults;

/** What the client was doing when the fault came. */
public enum Column {
  /** Reading, or waiting, which is reading again and again. */
  GET,
  /** Starting a conversation. */
  START,
  /** Creating a conversation through the V0 client and the adapter. */
  V0
}
