package io.github.openhands4j.compat.internal.http.route;

import io.github.openhands4j.compat.internal.backend.HoldsCreates;
import io.github.openhands4j.core.ErrorCode;
import io.github.openhands4j.v0.OpenHandsV0Client;
import io.github.openhands4j.v0.V0Exception;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The client of one key, made when it is first asked for. Its users are counted under the pool's
 * lock; the client itself has a lock of its own, so that making it keeps no other key waiting.
 */
final class KeyClient {

  private final Supplier<OpenHandsV0Client> make;
  private final ReentrantLock lock = new ReentrantLock();
  private volatile @Nullable OpenHandsV0Client client;
  private boolean closed;
  private int users;

  KeyClient(Supplier<OpenHandsV0Client> make) {
    this.make = make;
  }

  /** The failure of a call that comes after the end. */
  static V0Exception closed() {
    return new V0Exception(ErrorCode.CLIENT_CLOSED, 0, "", "Closed. Nothing was sent.", null);
  }

  /** One user more; under the pool's lock. */
  void use() {
    users++;
  }

  /** One user less; under the pool's lock. */
  void leave() {
    users--;
  }

  /** Whether nothing would be lost if it were closed; under the pool's lock. */
  boolean isDispensable() {
    return users == 0 && !(client instanceof HoldsCreates held && held.holdsUnknownCreates());
  }

  /** Whether it is in use and has nothing to show for it yet; under the pool's lock. */
  boolean isNewcomer() {
    return users > 0 && remembersNothing();
  }

  /** Whether its key has led to no conversation yet. A client that does not say counts as known. */
  boolean remembersNothing() {
    OpenHandsV0Client made = client;
    return made == null || (made instanceof HoldsCreates it && !it.remembersConversations());
  }

  /** The client, made now if there is none yet; if that fails, the next caller tries anew. */
  OpenHandsV0Client get() {
    lock.lock();
    try {
      if (closed) {
        throw closed();
      }
      OpenHandsV0Client made = client == null ? make.get() : client;
      client = made;
      return made;
    } finally {
      lock.unlock();
    }
  }

  void close() {
    lock.lock();
    try {
      closed = true;
      if (client != null) {
        client.close();
      }
    } finally {
      lock.unlock();
    }
  }
}
