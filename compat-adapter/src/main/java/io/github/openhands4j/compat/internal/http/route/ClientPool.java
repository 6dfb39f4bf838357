package io.github.openhands4j.compat.internal.http.route;

import io.github.openhands4j.core.ApiKey;
import io.github.openhands4j.core.ClientOptions;
import io.github.openhands4j.core.ErrorCode;
import io.github.openhands4j.v0.OpenHandsV0Client;
import io.github.openhands4j.v0.V0Exception;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * One client for each key, so that no key ever meets what another one's client remembers. The one
 * unused for the longest time is closed when there are too many; one in use never is. Thread-safe.
 */
final class ClientPool implements AutoCloseable {

  private final ClientOptions options;
  private final Function<ClientOptions, OpenHandsV0Client> backend;
  private final int most;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<Optional<ApiKey>, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);
  private boolean closed;

  private static final class Entry {

    private final OpenHandsV0Client client;
    private int users;

    Entry(OpenHandsV0Client client) {
      this.client = client;
    }
  }

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

  Lease acquire(Optional<ApiKey> key) {
    List<OpenHandsV0Client> unused;
    Entry entry;
    lock.lock();
    try {
      if (closed) {
        throw new V0Exception(ErrorCode.CLIENT_CLOSED, 0, "", "Closed. Nothing was sent.", null);
      }
      entry = entries.computeIfAbsent(key, k -> new Entry(backend.apply(optionsFor(k))));
      entry.users++;
      unused = takeUnused();
    } finally {
      lock.unlock();
    }
    unused.forEach(OpenHandsV0Client::close);
    return new OneLease(entry);
  }

  private ClientOptions optionsFor(Optional<ApiKey> key) {
    return key.map(own -> options.toBuilder().apiKey(own).build())
        .orElseGet(() -> options.toBuilder().noApiKey().build());
  }

  private List<OpenHandsV0Client> takeUnused() {
    List<OpenHandsV0Client> unused = new ArrayList<>();
    Iterator<Entry> oldestFirst = entries.values().iterator();
    while (entries.size() > most && oldestFirst.hasNext()) {
      Entry entry = oldestFirst.next();
      if (entry.users == 0) {
        oldestFirst.remove();
        unused.add(entry.client);
      }
    }
    return unused;
  }

  private void release(Entry entry) {
    List<OpenHandsV0Client> unused;
    lock.lock();
    try {
      entry.users--;
      unused = closed ? List.of() : takeUnused();
    } finally {
      lock.unlock();
    }
    unused.forEach(OpenHandsV0Client::close);
  }

  /** Closes all clients, also those in use. */
  @Override
  public void close() {
    List<OpenHandsV0Client> all;
    lock.lock();
    try {
      closed = true;
      all = entries.values().stream().map(entry -> entry.client).toList();
      entries.clear();
    } finally {
      lock.unlock();
    }
    all.forEach(OpenHandsV0Client::close);
  }

  /** Closing it twice counts once. */
  private final class OneLease implements Lease {

    private final Entry entry;
    private boolean released;

    OneLease(Entry entry) {
      this.entry = entry;
    }

    @Override
    public OpenHandsV0Client client() {
      return entry.client;
    }

    @Override
    public void close() {
      synchronized (this) {
        if (released) {
          return;
        }
        released = true;
      }
      release(entry);
    }
  }
}
