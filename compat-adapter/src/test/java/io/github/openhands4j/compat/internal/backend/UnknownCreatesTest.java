package io.github.openhands4j.compat.internal.backend;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openhands4j.core.internal.time.TimeSource;
import io.github.openhands4j.model.v0.CreateConversationRequest;
import io.github.openhands4j.v1.Start;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class UnknownCreatesTest {

  private static final int MOST_COLLECTIONS = 100;

  private final UnknownCreates creates = new UnknownCreates(TimeSource.system());

  private final Supplier<Start> find = UnknownCreatesTest::notAsked;

  private static Start notAsked() {
    throw new AssertionError("not asked");
  }

  private static CreateConversationRequest request(String prompt, Object config) {
    return CreateConversationRequest.builder()
        .initialUserMsg(prompt)
        .imageUrls(List.of("data:image/png;base64,AAAA"))
        .mcpConfig(Map.of("a", 1, "b", config))
        .build();
  }

  @Test
  void onlyAnEqualCreateTakesItAndOnlyOnce() {
    creates.add(request("Fix it", "x"), find);

    assertThat(creates.take(request("Fix that", "x"))).isEmpty();
    assertThat(creates.take(request("Fix it", "y"))).isEmpty();
    assertThat(creates.take(request("Fix it", "x"))).containsSame(find);
    assertThat(creates.take(request("Fix it", "x"))).isEmpty();
  }

  @Test
  void whatCannotBeWrittenAsJsonIsToldApartToo() {
    Object odd = new Object();
    creates.add(request("Fix it", odd), find);

    assertThat(creates.take(request("Fix it", new Object()))).isEmpty();
    assertThat(creates.take(request("Fix it", odd))).containsSame(find);
  }

  @Test
  void requestItselfIsNotKept() {
    WeakReference<CreateConversationRequest> request = added();

    for (int times = 0; times < MOST_COLLECTIONS && request.get() != null; times++) {
      System.gc();
    }

    assertThat(request.get()).as("what is kept of the request").isNull();
    assertThat(creates.isAny()).isTrue();
  }

  private WeakReference<CreateConversationRequest> added() {
    CreateConversationRequest request = request("Fix it", "x");
    creates.add(request, find);
    return new WeakReference<>(request);
  }
}
