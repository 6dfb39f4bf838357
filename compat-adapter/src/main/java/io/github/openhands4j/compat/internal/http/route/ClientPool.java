package io.github.openhands4j.compat.internal.http.route;

import io.github.openhands4j.core.ClientOptions;
import io.github.openhands4j.v0.OpenHandsV0Client;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One client for each key, so that no key ever meets what another one's client remembers. When
 * there are too many, those that remember no conversation are closed first, then the one unused for
 * the longest time; never one that is in use, or that holds creates of unknown outcome. So made-up
 * keys, which lead to no conversation, push out nobody. Clients are made and closed outside the
 * lock of all keys. Thread-safe.
 */
final class ClientPool implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger("io.github.openhands4j.compat");
  private static final float LOAD = 0.75f;

  private final ClientOptions options;
  private final Function<ClientOptions, OpenHandsV0Client> backend;
  private final int most;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<Caller, KeyClient> clients = new LinkedHashMap<>(16, LOAD, true);
  private boolean closed;
  private boolean told;

  ClientPool(ClientOptions options, Function<ClientOptions, OpenHandsV0Client> backend, int most) {
    this.options = options;
    this.backend = backend;
    this.most = most;
  }

  /** A client in use, until it is closed. */
  interface Lease extends AutoCloseable {

    OpenHandsV0Client client();

    @Override
    void close();
  }

  Lease acquire(Caller caller) {
    List<KeyClient> surplus;
    KeyClient client;
    lock.lock();
    try {
      if (closed) {
        throw KeyClient.closed();
      }
      client = clients.computeIfAbsent(caller, whose -> new KeyClient(() -> make(whose)));
      client.use();
      surplus = takeSurplus();
    } finally {
      lock.unlock();
    }
    closeAll(surplus);
    try {
      return new OneLease(client, client.get());
    } catch (RuntimeException | Error failure) {
      release(client);
      throw failure;
    }
  }

  private OpenHandsV0Client make(Caller caller) {
    return backend.apply(caller.options(options));
  }

  private List<KeyClient> takeSurplus() {
    List<KeyClient> surplus = new ArrayList<>();
    if (clients.size() > most) {
      take(surplus, clients.size() - most, KeyClient::remembersNothing);
      take(surplus, clients.size() - count(KeyClient::remembersNothing) - most, client -> true);
      tellIfTooMany(clients.size() - count(KeyClient::isNewcomer));
    }
    return surplus;
  }

  private long count(Predicate<KeyClient> which) {
    return clients.values().stream().filter(which).count();
  }

  private void take(List<KeyClient> surplus, long count, Predicate<KeyClient> which) {
    long left = count;
    Iterator<KeyClient> oldestFirst = clients.values().iterator();
    while (left > 0 && oldestFirst.hasNext()) {
      KeyClient client = oldestFirst.next();
      if (client.isDispensable() && which.test(client)) {
        oldestFirst.remove();
        surplus.add(client);
        left--;
      }
    }
  }

  private void tellIfTooMany(long kept) {
    if (kept > most && !told) {
      told = true;
      LOG.warn(
          "more clients than asked for are kept: the others are in use or hold creates of unknown"
              + " outcome; said once [clients={}, most={}]",
          kept,
          most);
    }
  }

  private void release(KeyClient client) {
    List<KeyClient> surplus;
    lock.lock();
    try {
      client.leave();
      surplus = closed ? List.of() : takeSurplus();
    } finally {
      lock.unlock();
    }
    closeAll(surplus);
  }

  /** Closes all clients, also those in use. */
  @Override
  public void close() {
    List<KeyClient> all;
    lock.lock();
    try {
      closed = true;
      all = List.copyOf(clients.values());
      clients.clear();
    } finally {
      lock.unlock();
    }
    closeAll(all);
  }

  /** What one client throws at its end must not hit the call of another key. */
  private static void closeAll(List<KeyClient> clients) {
    for (KeyClient client : clients) {
      try {
        client.close();
      } catch (RuntimeException failure) {
        LOG.warn("the client of a key failed to close [failure={}]", failure.getClass().getName());
      }
    }
  }

  /** Closing it twice counts once. */
  private final class OneLease implements Lease {

    private final KeyClient owner;
    private final OpenHandsV0Client client;
    private boolean released;

    OneLease(KeyClient owner, OpenHandsV0Client client) {
      this.owner = owner;
      this.client = client;
    }

    @Override
    public OpenHandsV0Client client() {
      return client;
    }

    @Override
    public void close() {
      synchronized (this) {
        if (released) {
          return;
        }
        released = true;
      }
      release(owner);
    }
  }
}
