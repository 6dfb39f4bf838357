package io.github.openhands4j.v1.internal.agent;

import feign.Request;
import io.github.openhands4j.core.ApiException;
import io.github.openhands4j.core.ConfigurationException;
import io.github.openhands4j.core.ErrorCode;
import io.github.openhands4j.core.internal.resilience.Calls;
import io.github.openhands4j.core.internal.resilience.MissingRoute;
import io.github.openhands4j.core.internal.resilience.OperationClass;
import java.util.function.Function;

/**
 * Makes a call in the form the server knows: with a path in the query, or, on servers before March
 * 2026, in the address.
 *
 * @param calls carries them out
 */
record EitherForm(Calls calls) {

  <T> T of(
      OperationClass kind,
      Function<Request.Options, T> query,
      Function<Request.Options, T> byPath) {
    return newerOr(kind, query, failure -> older(kind, byPath, failure));
  }

  /** Makes a call that servers before March 2026 cannot make as it was asked for. */
  <T> T newerOnly(OperationClass kind, Function<Request.Options, T> query, String asked) {
    return newerOr(
        kind,
        query,
        failure -> {
          ConfigurationException tooOld =
              new ConfigurationException(
                  ErrorCode.ARGUMENT_REFUSED,
                  "The agent server is older than March 2026 and takes no "
                      + asked
                      + "; leave it out, or use a newer sandbox.");
          tooOld.addSuppressed(failure);
          throw tooOld;
        });
  }

  private <T> T newerOr(
      OperationClass kind,
      Function<Request.Options, T> query,
      Function<ApiException, T> withoutRoute) {
    try {
      return calls.call(kind, query);
    } catch (ApiException failure) {
      if (!MissingRoute.is(failure)) {
        throw failure;
      }
      return withoutRoute.apply(failure);
    }
  }

  private <T> T older(
      OperationClass kind, Function<Request.Options, T> byPath, ApiException failure) {
    try {
      return calls.call(kind, byPath);
    } catch (ApiException second) {
      if (MissingRoute.is(second)) {
        failure.addSuppressed(second);
        throw failure; // it is the file that is missing, not the form
      }
      throw second;
    }
  }
}
