package io.github.openhands4j.core.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.stream.Stream;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Names are looked up also when the JVM has no thread left for it. */
class NameLookupTest {

  private static final String HOST = "server.example";

  private final InetAddress address = InetAddress.getLoopbackAddress();
  private final List<Thread> lookups = new ArrayList<>();

  static Stream<ThreadFactory> withoutThreads() {
    return Stream.of(
        work -> {
          throw new OutOfMemoryError("no thread can be made");
        },
        work ->
            new Thread(work) {
              @Override
              public synchronized void start() {
                throw new OutOfMemoryError("no thread can be started");
              }
            });
  }

  @ParameterizedTest
  @MethodSource("withoutThreads")
  void callerLooksUpWhenNoThreadCanBeHad(ThreadFactory threads) {
    NameLookup names = new NameLookup(this::lookup, threads);
    Call outer = InterruptWatch.OF_PROCESS.begin(call());
    try {
      for (int time = 0; time < 2; time++) {
        assertThatNoException()
            .isThrownBy(() -> assertThat(names.lookup(HOST)).containsExactly(address));
      }
    } finally {
      InterruptWatch.OF_PROCESS.end(outer);
    }

    assertThat(lookups).containsExactly(Thread.currentThread(), Thread.currentThread());
  }

  private List<InetAddress> lookup(String host) {
    assertThat(host).isEqualTo(HOST);
    lookups.add(Thread.currentThread());
    return List.of(address);
  }

  private static Call call() {
    Request.Builder request = new Request.Builder().url("http://" + HOST);
    return new OkHttpClient().newCall(request.tag(SendWatch.class, new SendWatch()).build());
  }
}
