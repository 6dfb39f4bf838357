package io.github.openhands4j.v1.api.raw;

import feign.Body;
import feign.Headers;
import feign.Param;
import feign.Request;
import feign.RequestLine;
import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.core.internal.feign.FormValue;
import io.github.openhands4j.core.internal.http.WithoutKey;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The operations under {@code /oauth/device}: how a program without a browser gets a key, on
 * OpenHands Cloud. Their requests carry no key.
 */
@WithoutKey
public interface DeviceLoginApi {

  /**
   * {@code POST /oauth/device/authorize}.
   *
   * @param options times of this call, or null
   * @return {@code device_code}, {@code user_code}, {@code verification_uri}, {@code expires_in}
   *     and {@code interval}
   * @throws OpenHandsException if the call fails
   */
  @RequestLine("POST /oauth/device/authorize")
  Map<String, @Nullable Object> authorize(Request.@Nullable Options options);

  /**
   * {@code POST /oauth/device/token}: to be asked every {@code interval} seconds.
   *
   * @param device the device code
   * @param options times of this call, or null
   * @return {@code access_token}, which is a key
   * @throws OpenHandsException if the call fails; 400 with {@code authorization_pending} until the
   *     user has agreed
   */
  @RequestLine("POST /oauth/device/token")
  @Body("device_code={device}")
  @Headers("Content-Type: application/x-www-form-urlencoded")
  Map<String, @Nullable Object> token(
      @Param(value = "device", expander = FormValue.class) String device,
      Request.@Nullable Options options);
}
