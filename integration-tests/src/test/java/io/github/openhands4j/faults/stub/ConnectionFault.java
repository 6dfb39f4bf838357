package io.github.openhands4j.faults.stub;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;

/** What becomes of a connection whatever is asked on it. */
@FunctionalInterface
public interface ConnectionFault {

  /**
   * Meets a connection that was just made.
   *
   * @param socket the connection, closed afterwards
   * @throws IOException if it breaks earlier
   */
  void meet(Socket socket) throws IOException;

  /**
   * A reset in the middle of the request.
   *
   * @param bytes how many bytes are read before
   * @return the fault
   */
  static ConnectionFault resetAfter(int bytes) {
    return socket -> {
      read(socket, bytes);
      socket.setSoLinger(true, 0);
    };
  }

  /**
   * An orderly end in the middle of the request.
   *
   * @param bytes how many bytes are read before
   * @return the fault
   */
  static ConnectionFault endAfter(int bytes) {
    return socket -> {
      read(socket, bytes);
      socket.shutdownOutput();
      socket.getInputStream().transferTo(OutputStream.nullOutputStream());
    };
  }

  private static void read(Socket socket, int bytes) throws IOException {
    InputStream in = socket.getInputStream();
    in.readNBytes(bytes);
  }
}
