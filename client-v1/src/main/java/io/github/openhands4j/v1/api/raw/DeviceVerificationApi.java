package io.github.openhands4j.v1.api.raw;

import feign.Body;
import feign.Headers;
import feign.Param;
import feign.Request;
import feign.RequestLine;
import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.core.internal.feign.FormValue;
import org.jspecify.annotations.Nullable;

/**
 * The operation {@code /oauth/device/verify-authenticated}: the user agrees to a login, on
 * OpenHands Cloud.
 */
public interface DeviceVerificationApi {

  /**
   * {@code POST /oauth/device/verify-authenticated}.
   *
   * @param user the user code
   * @param options times of this call, or null
   * @return plain JSON values
   * @throws OpenHandsException if the call fails
   */
  @RequestLine("POST /oauth/device/verify-authenticated")
  @Body("user_code={user}")
  @Headers("Content-Type: application/x-www-form-urlencoded")
  @Nullable Object verify(
      @Param(value = "user", expander = FormValue.class) String user,
      Request.@Nullable Options options);
}
