package io.github.openhands4j.v1.api;

import feign.Headers;
import feign.Param;
import feign.Request;
import feign.RequestLine;
import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.core.UnreadableAnswerException;
import io.github.openhands4j.model.v1.ApiKeyCreate;
import io.github.openhands4j.model.v1.ApiKeyInfo;
import io.github.openhands4j.model.v1.CurrentApiKey;
import io.github.openhands4j.model.v1.LlmApiKey;
import io.github.openhands4j.model.v1.NewApiKey;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The operations under {@code /api/keys}: the keys of a user of OpenHands Cloud. Self-hosted
 * servers do not have them.
 */
public interface ApiKeysApi {

  /**
   * {@code GET /api/keys}.
   *
   * @param options times of this call, or null
   * @return the keys, without their values; a row of another form throws {@link
   *     UnreadableAnswerException} when it is asked for
   * @throws OpenHandsException if the call fails
   */
  @RequestLine("GET /api/keys")
  List<ApiKeyInfo> list(Request.@Nullable Options options);

  /**
   * {@code POST /api/keys}.
   *
   * @param key what it is to be
   * @param options times of this call, or null
   * @return the key with its value, which is told this once
   * @throws OpenHandsException if the call fails
   */
  @RequestLine("POST /api/keys")
  @Headers("Content-Type: application/json")
  NewApiKey create(ApiKeyCreate key, Request.@Nullable Options options);

  /**
   * {@code DELETE /api/keys/{id}}.
   *
   * @param id the key
   * @param options times of this call, or null
   * @return the acknowledgment
   * @throws OpenHandsException if the call fails; 404 if there is none of that id
   */
  @RequestLine("DELETE /api/keys/{id}")
  Map<String, @Nullable Object> delete(@Param("id") long id, Request.@Nullable Options options);

  /**
   * {@code GET /api/keys/current}.
   *
   * @param options times of this call, or null
   * @return the key this client uses, without its value
   * @throws OpenHandsException if the call fails; 400 if the login is not by a key
   */
  @RequestLine("GET /api/keys/current")
  CurrentApiKey current(Request.@Nullable Options options);

  /**
   * {@code GET /api/keys/llm/byor}.
   *
   * @param options times of this call, or null
   * @return the key for language models
   * @throws OpenHandsException if the call fails; 402 if the organization may not hand keys out
   */
  @RequestLine("GET /api/keys/llm/byor")
  LlmApiKey llmKey(Request.@Nullable Options options);

  /**
   * {@code POST /api/keys/llm/byor/refresh}: makes a new key; the old one ends.
   *
   * @param options times of this call, or null
   * @return the new key
   * @throws OpenHandsException if the call fails; 402 if the organization may not hand keys out
   */
  @RequestLine("POST /api/keys/llm/byor/refresh")
  LlmApiKey refreshLlmKey(Request.@Nullable Options options);

  /**
   * {@code GET /api/keys/llm/byor/permitted}.
   *
   * @param options times of this call, or null
   * @return {@code permitted}
   * @throws OpenHandsException if the call fails
   */
  @RequestLine("GET /api/keys/llm/byor/permitted")
  Map<String, @Nullable Object> llmKeyPermitted(Request.@Nullable Options options);

  /**
   * {@code POST /api/keys/llm/managed/refresh}.
   *
   * @param options times of this call, or null
   * @return {@code refreshed}
   * @throws OpenHandsException if the call fails
   */
  @RequestLine("POST /api/keys/llm/managed/refresh")
  Map<String, @Nullable Object> refreshManagedLlmKey(Request.@Nullable Options options);
}
