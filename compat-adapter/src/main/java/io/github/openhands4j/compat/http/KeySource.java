package io.github.openhands4j.compat.http;

/** Whose key a request is carried out with. */
public enum KeySource {
  /**
   * The request's own, {@code Authorization: Bearer <key>} or {@code X-Session-API-Key}; one
   * without a key is answered 401. The configured key is never used. The default, and the only
   * choice where others can send requests.
   */
  REQUEST,
  /**
   * The request's own, or the configured one if it has none. For requests of this program alone:
   * whoever can send a request acts for the owner of the configured key.
   */
  REQUEST_OR_CONFIGURED,
  /**
   * The configured one; what requests bring is ignored. For requests of this program alone, as
   * above.
   */
  CONFIGURED
}
