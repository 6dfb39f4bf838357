package com.example.feign;

import feign.Headers;
import feign.Param;
import feign.RequestLine;
import java.util.Map;

/** The part of the V0 API that the program uses, written by hand, before V0 was removed. */
@Headers("Content-Type: application/json")
public interface MyV0Api {

  /**
   * Starts a conversation.
   *
   * @param request {@code initial_user_msg} and what else V0 takes
   * @return among others {@code conversation_id}
   */
  @RequestLine("POST /api/conversations")
  Map<String, Object> create(Map<String, Object> request);

  /**
   * Reads a conversation.
   *
   * @param id its id
   * @return among others {@code status}
   */
  @RequestLine("GET /api/conversations/{id}")
  Map<String, Object> get(@Param("id") String id);

  /**
   * Sends a message to the agent.
   *
   * @param id the conversation
   * @param message {@code message}
   * @return {@code success}
   */
  @RequestLine("POST /api/conversations/{id}/message")
  Map<String, Object> message(@Param("id") String id, Map<String, Object> message);
}
