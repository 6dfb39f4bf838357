package io.github.openhands4j.core.internal.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadFactory;
import okhttp3.Dns;

/**
 * Looks up names so that a call need not wait for them: a lookup cannot be ended, so it is done on
 * a thread of its own, and who waits for it leaves when the call is canceled or the thread
 * interrupted. Lookups of the same name that come together are one. If no thread can be had, the
 * caller looks up on its own. Thread-safe.
 */
final class NameLookup implements Dns {

  /** Nobody waits for the lookup any more. */
  private static final class Left extends UnknownHostException {
    private static final long serialVersionUID = 1L;

    Left(String why) {
      super(why);
    }
  }

  private final Dns dns;
  private final ThreadFactory threads;
  private final Map<String, CompletableFuture<List<InetAddress>>> running =
      new ConcurrentHashMap<>();

  NameLookup(Dns dns) {
    this(dns, work -> new OwnThread("openhands4j-names", work));
  }

  NameLookup(Dns dns, ThreadFactory threads) {
    this.dns = dns;
    this.threads = threads;
  }

  @Override
  public List<InetAddress> lookup(String host) throws UnknownHostException {
    okhttp3.Call call = InterruptWatch.OF_PROCESS.ofThisThread();
    if (call == null || isKnown(host)) {
      return dns.lookup(host);
    }
    CompletableFuture<List<InetAddress>> answer;
    try {
      answer = running.computeIfAbsent(host, this::begin).copy();
    } catch (OutOfMemoryError noThread) {
      return dns.lookup(host); // late is better than not at all
    }
    SendWatch.of(call).onCancel(() -> answer.cancel(false));
    if (call.isCanceled()) {
      answer.cancel(false);
    }
    try {
      return answer.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Left("interrupted");
    } catch (CancellationException e) {
      throw new Left("canceled");
    } catch (ExecutionException e) {
      throw failure(Objects.requireNonNullElse(e.getCause(), e));
    } finally {
      SendWatch.of(call).onCancel(() -> {});
    }
  }

  /** Whether nobody has to be asked. */
  private static boolean isKnown(String host) {
    return host.equals("localhost") || AddressGuard.isLiteral(host);
  }

  private CompletableFuture<List<InetAddress>> begin(String host) {
    CompletableFuture<List<InetAddress>> answer = new CompletableFuture<>();
    threads
        .newThread(
            () -> {
              try {
                answer.complete(dns.lookup(host));
              } catch (Throwable failure) {
                answer.completeExceptionally(failure);
              } finally {
                running.remove(host);
              }
            })
        .start();
    return answer;
  }

  private static UnknownHostException failure(Throwable cause) {
    if (cause instanceof UnknownHostException unknown) {
      return unknown;
    }
    if (cause instanceof Error error) {
      throw error;
    }
    UnknownHostException unknown = new UnknownHostException("the lookup failed");
    unknown.initCause(cause);
    return unknown;
  }
}
