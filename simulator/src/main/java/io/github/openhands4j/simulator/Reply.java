package io.github.openhands4j.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** An answer: status, type, body and further headers by name. Immutable. */
final class Reply {

  private final int status;
  private final String contentType;
  private final byte[] body;
  private final Map<String, String> headers;

  private Reply(int status, String contentType, byte[] body, Map<String, String> headers) {
    this.status = status;
    this.contentType = contentType;
    this.body = body;
    this.headers = Map.copyOf(headers);
  }

  /** 200 with JSON. */
  static Reply ok(JsonNode json) {
    return json(200, json);
  }

  /** 200 {@code {"success":true}}. */
  static Reply success() {
    return ok(Json.object().set("success", BooleanNode.TRUE));
  }

  /** JSON with any status. */
  static Reply json(int status, JsonNode json) {
    return new Reply(status, "application/json", Json.bytes(json), Map.of());
  }

  /** Bytes of any type. */
  static Reply bytes(String contentType, byte[] bytes) {
    return new Reply(200, contentType, bytes.clone(), Map.of());
  }

  /** What an unhandled exception, or any deliberate 5xx, of an agent server looks like. */
  static Reply agentCrash(int status, String exception) {
    ObjectNode body = Json.object().put("detail", "Internal Server Error");
    body.put("exception", exception);
    return json(status, status == 500 ? body.put("error_id", Uuids.random()) : body);
  }

  /** A text of any type. */
  static Reply text(int status, String contentType, String text) {
    return new Reply(status, contentType, text.getBytes(StandardCharsets.UTF_8), Map.of());
  }

  /** {@code {"detail":"…"}}. */
  static Reply detail(int status, String detail) {
    return json(status, Json.object().put("detail", detail));
  }

  /** {@code {"error":"…"}}. */
  static Reply error(int status, String error) {
    return json(status, Json.object().put("error", error));
  }

  /** What the limiter of a self-hosted server answers. */
  static Reply tooManyRequests() {
    return json(429, Json.object().put("message", "Too many requests")).header("Retry-After", "1");
  }

  /** What an unhandled exception of the server looks like: 500 as plain text. */
  static Reply crash() {
    return text(500, "text/plain; charset=utf-8", "Internal Server Error");
  }

  /** The same with one more header. */
  Reply header(String name, String value) {
    Map<String, String> all = new LinkedHashMap<>(headers);
    all.put(name, value);
    return new Reply(status, contentType, body, all);
  }

  /** The same with no more than so many bytes of the body. */
  Reply cutTo(int bytes) {
    byte[] cut = bytes < body.length ? Arrays.copyOf(body, bytes) : body;
    return new Reply(status, contentType, cut, headers);
  }

  /** The status. */
  int status() {
    return status;
  }

  /** The media type; empty for none. */
  String contentType() {
    return contentType;
  }

  /** A copy of the body's bytes. */
  byte[] body() {
    return body.clone();
  }

  /** Further headers by name. */
  Map<String, String> headers() {
    return headers;
  }
}
