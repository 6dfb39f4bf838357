package io.github.openhands4j.core.internal.feign;

import feign.InvocationHandlerFactory;
import feign.Target;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Has the operations of an interface that only read carried out by {@link ReadCall}, all others by
 * Feign.
 *
 * @param reads those that only read
 * @param server the server they are for
 * @param others makes the proxy's handler
 */
record DirectReads(List<ReadShape> reads, ServerCalls server, InvocationHandlerFactory others)
    implements InvocationHandlerFactory {

  @Override
  @SuppressWarnings("rawtypes") // Feign's signature
  public InvocationHandler create(Target target, Map<Method, MethodHandler> dispatch) {
    Map<Method, MethodHandler> handlers = new LinkedHashMap<>(dispatch);
    for (ReadShape read : reads) {
      handlers.put(read.operation().method(), new ReadCall(read, server));
    }
    return others.create(target, handlers);
  }
}
