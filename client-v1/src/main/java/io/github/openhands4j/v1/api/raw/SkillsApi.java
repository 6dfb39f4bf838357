package io.github.openhands4j.v1.api.raw;

import feign.Headers;
import feign.QueryMap;
import feign.Request;
import feign.RequestLine;
import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.model.Page;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The operations under {@code /api/v1/skills}. */
public interface SkillsApi {

  /**
   * {@code GET /api/v1/skills/search}.
   *
   * @param query {@code page_id} and {@code limit}
   * @param options times of this call, or null
   * @return one page of the account's skills
   * @throws OpenHandsException if the call fails
   */
  @RequestLine("GET /api/v1/skills/search")
  Page<Map<String, @Nullable Object>> search(
      @QueryMap Map<String, Object> query, Request.@Nullable Options options);

  /**
   * {@code POST /api/v1/skills/marketplace-skills}: what marketplaces offer; changes nothing.
   *
   * @param body registrations of marketplaces
   * @param options times of this call, or null
   * @return the skills of each
   * @throws OpenHandsException if the call fails
   */
  @RequestLine("POST /api/v1/skills/marketplace-skills")
  @Headers("Content-Type: application/json")
  Map<String, @Nullable Object> marketplaceSkills(
      List<? extends Map<String, ? extends @Nullable Object>> body,
      Request.@Nullable Options options);
}
