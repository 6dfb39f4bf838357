package io.github.openhands4j.compat.internal.account;

import io.github.openhands4j.compat.internal.translate.V0Bodies;
import io.github.openhands4j.core.BadRequestException;
import io.github.openhands4j.core.PermissionDeniedException;
import io.github.openhands4j.core.ServerErrorException;
import java.util.function.Supplier;

/** Tells failures of git providers as V0 did: by bare JSON strings. */
final class UserFailures {

  /** What V0 said on most routes when no provider was connected. */
  static final String NO_TOKEN = "Git provider token required. (such as GitHub).";

  private UserFailures() {}

  /**
   * Makes a call.
   *
   * @param noProvider the route's words for a caller without a provider, which V1 tells by 403
   */
  static <T> T told(String noProvider, Supplier<T> call) {
    try {
      return call.get();
    } catch (PermissionDeniedException withoutProvider) {
      throw V0Bodies.text(401, noProvider, withoutProvider);
    } catch (BadRequestException refused) {
      throw V0Bodies.text(400, refused.serverMessage().orElse("Bad request"), refused);
    } catch (ServerErrorException failed) {
      throw V0Bodies.text(500, failed.serverMessage().orElse("The git provider failed"), failed);
    }
  }
}
