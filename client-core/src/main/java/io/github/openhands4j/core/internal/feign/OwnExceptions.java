package io.github.openhands4j.core.internal.feign;

import feign.DefaultInvocationHandlerFactory;
import feign.FeignException;
import feign.InvocationHandlerFactory;
import feign.Target;
import feign.codec.EncodeException;
import io.github.openhands4j.core.ConfigurationException;
import io.github.openhands4j.core.ErrorCode;
import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.core.UnreadableAnswerException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lets only this library's exceptions out of a proxy. Feign wraps what a decoder throws, and its
 * own exceptions hold URL, key and body. An answer that is {@code null} where the operation does
 * not say so is unreadable.
 */
final class OwnExceptions implements InvocationHandlerFactory {

  private final InvocationHandlerFactory feign = new DefaultInvocationHandlerFactory();

  @Override
  @SuppressWarnings("rawtypes") // Feign's signature
  public InvocationHandler create(Target target, Map<Method, MethodHandler> dispatch) {
    InvocationHandler handler = feign.create(target, dispatch);
    return (proxy, method, arguments) -> {
      try {
        return answered(method, handler.invoke(proxy, method, arguments));
      } catch (EncodeException e) {
        throw new ConfigurationException(
            ErrorCode.ARGUMENT_REFUSED,
            method.getName() + " was not sent: its body cannot be written as JSON.");
      } catch (FeignException e) {
        if (e.getCause() instanceof OpenHandsException own) {
          throw own;
        }
        throw new UnreadableAnswerException(
            ErrorCode.ANSWER_UNREADABLE,
            e.status(),
            method.getName() + " could not be carried out (" + e.getClass().getSimpleName() + ").",
            null);
      }
    };
  }

  private static @Nullable Object answered(Method method, @Nullable Object answer) {
    if (answer == null
        && method.getReturnType() != void.class
        && !method.getAnnotatedReturnType().isAnnotationPresent(Nullable.class)) {
      throw new UnreadableAnswerException(
          ErrorCode.ANSWER_UNREADABLE, 200, method.getName() + " was answered with null.", null);
    }
    return answer;
  }
}
