package io.github.openhands4j.security;

/** The security requirements: a closed list. */
public enum SecurityRow {
  /** Keys show in no text, message, log, JSON or serialized form. */
  S1,
  /** No header is logged. */
  S2,
  /** No body is logged, and data types hide their secrets. */
  S3,
  /** Messages of errors are short and hold neither address nor body. */
  S4,
  /** A key that no header may hold is refused when it is set. */
  S5,
  /** 401 is not tried again with the same key. */
  S6,
  /** The key goes to the configured origin only, checked before the write. */
  S7,
  /** Redirects are not followed. */
  S8,
  /** Addresses that the server gives are data. */
  S9,
  /** Addresses that the server gives are checked before they are called. */
  S10,
  /** What stands in a path cannot change it. */
  S11,
  /** No cookies, no ambient credentials; proxies from the JVM's standard properties only. */
  S12,
  /** Plain http with a key is refused but to this machine. */
  S13,
  /** TLS 1.2 or newer, with the host's name checked, whatever is switched off elsewhere. */
  S14,
  /** Trust is the JVM's own and never logged. */
  S15,
  /** Answers are bounded in bytes, depth, numbers, names and time. */
  S16,
  /** JSON names no class. */
  S17,
  /** Whatever an answer holds, only this library's exceptions come out. */
  S18,
  /** Waits, dates, page tokens and status words are hostile input. */
  S19,
  /** The server's text forges no log line. */
  S20,
  /** Names of downloaded files cannot lead out of their folder. */
  S21,
  /** Threads and connections are bounded, nothing static changes, and two keys never mix. */
  S22,
  /** No reflection into the JDK, and the process's properties are not changed. */
  S23
}
