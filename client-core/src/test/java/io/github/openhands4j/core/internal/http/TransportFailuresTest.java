package io.github.openhands4j.core.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import feign.Request;
import io.github.openhands4j.core.ErrorCode;
import io.github.openhands4j.core.OpenHandsException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;

/** An error of the JVM is passed on, unless it is more to know that nothing was sent. */
class TransportFailuresTest {

  private static final String OPERATION = "POST /starts";

  private final Error error = new NoClassDefFoundError("of a part of the transport");
  private final Call call =
      new OkHttpClient()
          .newCall(
              OkHttpRequests.of(
                  Request.create(
                      Request.HttpMethod.POST,
                      "http://server.example/starts",
                      Map.of(),
                      new byte[] {1},
                      StandardCharsets.UTF_8,
                      null),
                  null,
                  "test",
                  KeyHeaders.none()));

  TransportFailuresTest() throws Exception {}

  @Test
  void errorBeforeTheRequestSaysThatNothingWasSent() {
    OpenHandsException failure = TransportFailures.of(OPERATION, SendWatch.of(call), error);

    assertThat(failure.code()).isEqualTo(ErrorCode.NOT_SENT);
    assertThat(failure.requestMayHaveBeenSent()).isFalse();
    assertThat(failure).hasMessageContaining("NoClassDefFoundError").hasCause(error);
  }

  @Test
  void errorAfterTheRequestWasBegunIsPassedOn() {
    SendWatch.LISTENER.requestHeadersStart(call);

    assertThatThrownBy(() -> TransportFailures.of(OPERATION, SendWatch.of(call), error))
        .isSameAs(error);
  }
}
