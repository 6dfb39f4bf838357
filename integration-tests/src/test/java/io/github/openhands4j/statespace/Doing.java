package io.github.openhands4j.statespace;

/** What a process is about to do next. */
enum Doing {
  WRITE_DOWN,
  CONNECT,
  AWAIT_ANSWER,
  LOOK,
  PAUSE,
  WRITE_TAKEN,
  WRITE_NOT_STARTED,
  TELL_HANDLE,
  TELL_NOT_STARTED,
  NOTHING
}
