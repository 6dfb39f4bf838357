package io.github.openhands4j.agent;

import java.nio.charset.StandardCharsets;

/**
 * What a {@link RecordingServer} answers.
 *
 * @param status the status
 * @param headers header lines, each with its line end
 * @param body the body, in ISO 8859-1
 * @param complete whether the body is sent as long as it was announced
 */
record Reply(int status, String headers, String body, boolean complete) {

  static Reply json(String json) {
    return json(200, json);
  }

  static Reply json(int status, String json) {
    return new Reply(status, "Content-Type: application/json\r\n", json, true);
  }

  static Reply file(String type, String body) {
    return new Reply(200, "Content-Type: " + type + "\r\n", body, true);
  }

  static Reply redirect(String to) {
    return new Reply(307, "Location: " + to + "\r\n", "", true);
  }

  /** Begins and never ends, until the other side closes. */
  static Reply begun(String body) {
    return new Reply(200, "Content-Type: application/octet-stream\r\n", body, false);
  }

  byte[] bytes() {
    long length = complete ? body.length() : Integer.MAX_VALUE;
    return ("HTTP/1.1 "
            + status
            + " Recorded\r\n"
            + headers
            + "Content-Length: "
            + length
            + "\r\n\r\n"
            + body)
        .getBytes(StandardCharsets.ISO_8859_1);
  }
}
