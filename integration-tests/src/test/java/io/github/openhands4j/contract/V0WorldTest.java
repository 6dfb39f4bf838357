package io.github.openhands4j.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.openhands4j.model.v0.ConversationInfo;
import io.github.openhands4j.v0.OpenHandsV0Client;
import io.github.openhands4j.v0.V0Exception;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A test that has a world for each of its methods. */
public abstract class V0WorldTest {

  private V0World world;

  /**
   * A backend on a server without conversations.
   *
   * @return a world, told when the test has ended
   */
  protected abstract V0World newWorld();

  @BeforeEach
  void open() {
    world = newWorld();
  }

  @AfterEach
  void close() {
    world.testHasEnded();
  }

  /**
   * The world of this test.
   *
   * @return what {@link #newWorld} made
   */
  protected final V0World world() {
    return world;
  }

  /**
   * The client of the account.
   *
   * @return the world's
   */
  protected final OpenHandsV0Client client() {
    return world.client();
  }

  /**
   * Reads a conversation that exists.
   *
   * @param id its id
   * @return the record
   */
  protected final ConversationInfo get(String id) {
    return client().getConversation(id).orElseThrow();
  }

  /**
   * Makes a call that must fail.
   *
   * @param call the call
   * @return its failure
   */
  protected static V0Exception failureOf(ThrowingCallable call) {
    V0Exception failure = catchThrowableOfType(V0Exception.class, call);
    assertThat(failure).as("the call must fail").isNotNull();
    return failure;
  }
}
