package io.github.openhands4j.core.internal.http;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Keeps OkHttp from repeating a request that was answered 503 with {@code Retry-After: 0}, which it
 * does whatever its retry switch says: the header is renamed below it and back above it.
 */
final class HiddenResendGuard implements Interceptor {

  static final String RENAMED = "x-openhands4j-retry-after";

  @Override
  public Response intercept(Chain chain) throws IOException {
    Response response = chain.proceed(chain.request());
    if (response.code() != 503) {
      return response;
    }
    Response.Builder hidden = response.newBuilder().removeHeader("Retry-After");
    response.headers("Retry-After").forEach(value -> hidden.addHeader(RENAMED, value));
    return hidden.build();
  }
}
