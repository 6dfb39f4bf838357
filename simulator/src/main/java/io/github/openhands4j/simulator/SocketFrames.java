package io.github.openhands4j.simulator;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The frames of RFC 6455, as far as a server of short texts needs them. Not thread-safe. */
final class SocketFrames {

  static final int TEXT = 1;
  static final int CLOSE = 8;
  static final int PING = 9;
  static final int PONG = 10;

  private byte[] arrived = new byte[0];

  /** One frame of a client, without its mask. */
  static final class Frame {

    private final int kind;
    private final byte[] content;

    private Frame(int kind, byte[] content) {
      this.kind = kind;
      this.content = content;
    }

    int kind() {
      return kind;
    }

    byte[] content() {
      return content;
    }

    String text() {
      return new String(content, StandardCharsets.UTF_8);
    }
  }

  /** Bytes arrived. */
  void add(byte[] bytes) {
    byte[] both = new byte[arrived.length + bytes.length];
    System.arraycopy(arrived, 0, both, 0, arrived.length);
    System.arraycopy(bytes, 0, both, arrived.length, bytes.length);
    arrived = both;
  }

  /** The next whole frame, or null if there is none yet. */
  @Nullable Frame next() {
    ByteBuffer in = ByteBuffer.wrap(arrived);
    if (in.remaining() < 2) {
      return null;
    }
    int kind = in.get() & 0x0f;
    int second = in.get();
    long length = second & 0x7f;
    int more = length == 126 ? 2 : length == 127 ? 8 : 0;
    int mask = second < 0 ? 4 : 0;
    if (in.remaining() < more + mask) {
      return null;
    }
    length = more == 2 ? in.getShort() & 0xffff : more == 8 ? in.getLong() : length;
    byte[] key = new byte[mask];
    in.get(key);
    if (in.remaining() < length) {
      return null;
    }
    byte[] content = new byte[(int) length];
    in.get(content);
    for (int i = 0; i < content.length && mask > 0; i++) {
      content[i] ^= key[i % mask];
    }
    arrived = new byte[in.remaining()];
    in.get(arrived);
    return new Frame(kind, content);
  }

  /** A whole frame of the server. */
  static byte[] of(int kind, byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(0x80 | kind);
    if (content.length < 126) {
      out.write(content.length);
    } else if (content.length < 65_536) {
      out.write(126);
      out.writeBytes(ByteBuffer.allocate(2).putShort((short) content.length).array());
    } else {
      out.write(127);
      out.writeBytes(ByteBuffer.allocate(8).putLong(content.length).array());
    }
    out.writeBytes(content);
    return out.toByteArray();
  }

  /** The content of a close frame. */
  static byte[] closing(int code) {
    return ByteBuffer.allocate(2).putShort((short) code).array();
  }
}
