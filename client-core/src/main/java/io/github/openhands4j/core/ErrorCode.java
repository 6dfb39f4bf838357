package io.github.openhands4j.core;

/**
 * The stable codes in the messages of this library's exceptions. Each has an entry in {@code
 * docs/errors.md}.
 */
public enum ErrorCode {
  /** An option has a value that cannot be read. */
  OPTION_UNREADABLE("OHJ-001"),
  /** The base URL is not one this client can use. */
  BASE_URL_REFUSED("OHJ-002"),
  /** A key would travel over plain http. */
  PLAIN_HTTP_REFUSED("OHJ-003"),
  /** The API key is empty or holds characters that no header may hold. */
  API_KEY_MALFORMED("OHJ-004"),
  /** The file that is to hold the API key cannot be read. */
  API_KEY_FILE_UNREADABLE("OHJ-005"),
  /** An argument of a call was refused before anything was sent. */
  ARGUMENT_REFUSED("OHJ-006"),
  /** The directory of the start journal cannot be used. */
  JOURNAL_UNUSABLE("OHJ-007"),
  /** The program's source of keys gave none. */
  API_KEY_UNAVAILABLE("OHJ-008"),
  /** The server answered with a status that has no code of its own. */
  API_ERROR("OHJ-010"),
  /** 400. */
  BAD_REQUEST("OHJ-011"),
  /** 401. */
  UNAUTHORIZED("OHJ-012"),
  /** 403. */
  PERMISSION_DENIED("OHJ-013"),
  /** 404. */
  NOT_FOUND("OHJ-014"),
  /** 409. */
  CONFLICT("OHJ-015"),
  /** 410. */
  GONE("OHJ-016"),
  /** 422. */
  UNPROCESSABLE("OHJ-017"),
  /** 429. */
  RATE_LIMITED("OHJ-018"),
  /** 5xx. */
  SERVER_ERROR("OHJ-019"),
  /** 3xx: redirects are never followed. */
  REDIRECT_REFUSED("OHJ-020"),
  /** No connection: nothing was sent. */
  NOT_SENT("OHJ-021"),
  /** The connection broke after something may have been sent. */
  CONNECTION_LOST("OHJ-022"),
  /** The calling thread was interrupted. */
  INTERRUPTED("OHJ-023"),
  /** A request was about to leave the configured origin. */
  ORIGIN_REFUSED("OHJ-024"),
  /** The server's certificate or TLS version is not accepted: nothing was sent. */
  TLS_REFUSED("OHJ-025"),
  /** A proxy on the way refused to connect: nothing was sent. */
  PROXY_REFUSED("OHJ-026"),
  /** The budget of requests would have let a call go only after its time. */
  REQUEST_BUDGET_EXCEEDED("OHJ-027"),
  /** The address of an agent server is not one that this client calls: nothing was sent. */
  ADDRESS_REFUSED("OHJ-028"),
  /** The content that was to be sent cannot be read, or is of another length than was said. */
  CONTENT_UNREADABLE("OHJ-029"),
  /** A call did not end within its time. */
  DEADLINE_EXCEEDED("OHJ-030"),
  /** The answer is a web page, not the API. */
  ANSWER_IS_HTML("OHJ-040"),
  /** The answer is not the JSON that was expected. */
  ANSWER_UNREADABLE("OHJ-041"),
  /** The answer is larger than allowed. */
  ANSWER_TOO_LARGE("OHJ-042"),
  /** The answer, of no stated length, ended before its JSON did. */
  ANSWER_CUT("OHJ-043"),
  /** The server could not start the conversation. */
  START_FAILED("OHJ-050"),
  /** Whether the server took a start could not be found out. */
  START_OUTCOME_UNKNOWN("OHJ-051"),
  /** Whether the server took a message could not be found out. */
  MESSAGE_OUTCOME_UNKNOWN("OHJ-052"),
  /** A wait ended before what it waited for. */
  WAIT_TIMEOUT("OHJ-053"),
  /** The client was closed. */
  CLIENT_CLOSED("OHJ-054"),
  /** A start was not sent, since it could not be written down. */
  JOURNAL_FAILED("OHJ-055"),
  /** The server no longer lists what was waited for. */
  START_VANISHED("OHJ-056"),
  /** The sandbox of a conversation broke or is gone. */
  SANDBOX_LOST("OHJ-057"),
  /** A V0 server, or the V0 adapter, answered with an error. */
  V0_ERROR("OHJ-070"),
  /** The server has no V0 API. */
  V0_GONE("OHJ-071"),
  /** Several V0 backends are on the class path. */
  V0_BACKEND_AMBIGUOUS("OHJ-072"),
  /** The V0 backend asked for is not on the class path. */
  V0_BACKEND_MISSING("OHJ-073"),
  /** The V0 client and its backend are of different releases. */
  V0_BACKEND_VERSION("OHJ-074"),
  /** Whether a V0 create was taken could not be found out. */
  V0_START_OUTCOME_UNKNOWN("OHJ-075"),
  /** A V0 feature that V1 does not have. */
  V0_UNSUPPORTED("OHJ-076");

  private final String id;

  ErrorCode(String id) {
    this.id = id;
  }

  /**
   * The code as messages show it.
   *
   * @return for example {@code OHJ-014}
   */
  public String id() {
    return id;
  }
}
