package io.github.openhands4j.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.openhands4j.model.v0.ConversationInfo;
import io.github.openhands4j.v0.OpenHandsV0Client;
import io.github.openhands4j.v0.V0Exception;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A test that has a fresh world for each of its methods. */
abstract class V0WorldTest {

  private V0World world;

  /** A new server with a new backend on it. */
  abstract V0World newWorld();

  @BeforeEach
  void open() {
    world = newWorld();
  }

  @AfterEach
  void close() {
    world.close();
  }

  final V0World world() {
    return world;
  }

  final OpenHandsV0Client client() {
    return world.client();
  }

  final ConversationInfo get(String id) {
    return client().getConversation(id).orElseThrow();
  }

  static V0Exception failureOf(ThrowingCallable call) {
    V0Exception failure = catchThrowableOfType(V0Exception.class, call);
    assertThat(failure).as("the call must fail").isNotNull();
    return failure;
  }
}
