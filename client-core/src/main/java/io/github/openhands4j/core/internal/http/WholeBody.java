package io.github.openhands4j.core.internal.http;

import feign.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;

/** A body that was read as a whole, and is given on without a copy. Nobody changes its bytes. */
public final class WholeBody implements Response.Body {

  private final byte[] bytes;

  WholeBody(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * All of an answer's body.
   *
   * @param answer the answer
   * @return its bytes, not to be changed; none if it has no body
   * @throws IOException if the body is still arriving and cannot be read
   */
  public static byte[] of(Response answer) throws IOException {
    Response.Body body = answer.body();
    if (body instanceof WholeBody whole) {
      return whole.bytes;
    }
    return body == null ? new byte[0] : body.asInputStream().readAllBytes();
  }

  /**
   * All of it.
   *
   * @return the bytes, not to be changed
   */
  public byte[] bytes() {
    return bytes;
  }

  @Override
  public Integer length() {
    return bytes.length;
  }

  @Override
  public boolean isRepeatable() {
    return true;
  }

  @Override
  public InputStream asInputStream() {
    return new ByteArrayInputStream(bytes);
  }

  @Override
  public Reader asReader(Charset charset) {
    return new InputStreamReader(asInputStream(), charset);
  }

  @Override
  public void close() {
    // there is nothing to let go of
  }
}
