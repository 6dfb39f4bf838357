package io.github.openhands4j.v1.internal.client;

import feign.Request;
import io.github.openhands4j.core.ErrorCode;
import io.github.openhands4j.core.NotFoundException;
import io.github.openhands4j.core.ServerErrorException;
import io.github.openhands4j.core.UnreadableAnswerException;
import io.github.openhands4j.core.internal.resilience.Calls;
import io.github.openhands4j.core.internal.resilience.OperationClass;
import io.github.openhands4j.model.v1.ServerInfo;
import io.github.openhands4j.v1.Health;
import io.github.openhands4j.v1.api.HealthApi;
import java.util.Map;
import java.util.function.Function;

/**
 * Health over the raw door.
 *
 * @param api the operations
 * @param calls carries them out
 * @param typed makes typed answers
 */
record DefaultHealth(HealthApi api, Calls calls, Typed typed) implements Health {

  private static final int UNAVAILABLE = 503;

  @Override
  public boolean isAlive() {
    return calls.call(OperationClass.READ, api::alive) instanceof Map<?, ?> answer
        && "ok".equals(answer.get("status"));
  }

  @Override
  public boolean isHealthy() {
    return saysOk(api::health);
  }

  @Override
  public boolean isReady() {
    return saysOk(api::ready);
  }

  private boolean saysOk(Function<Request.Options, Object> question) {
    try {
      return "OK".equals(calls.call(OperationClass.READ, question));
    } catch (ServerErrorException answer) {
      if (answer.status() == UNAVAILABLE) {
        return false;
      }
      throw answer;
    }
  }

  @Override
  public ServerInfo serverInfo() {
    return typed.of(calls.call(OperationClass.READ, api::serverInfo), ServerInfo.class);
  }

  @Override
  public boolean isCloud() {
    try {
      return calls.call(OperationClass.READ, api::saas) instanceof Map<?, ?> answer
          && Boolean.TRUE.equals(answer.get("saas"));
    } catch (NotFoundException noSuchRoute) {
      return false;
    } catch (UnreadableAnswerException page) {
      if (page.code() == ErrorCode.ANSWER_IS_HTML) {
        return false; // the web application, which stands behind all routes that are none
      }
      throw page;
    }
  }
}
