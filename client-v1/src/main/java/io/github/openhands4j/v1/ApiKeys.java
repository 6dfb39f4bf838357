package io.github.openhands4j.v1;

import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.model.Secret;
import io.github.openhands4j.model.v1.ApiKeyCreate;
import io.github.openhands4j.model.v1.ApiKeyInfo;
import io.github.openhands4j.model.v1.CurrentApiKey;
import io.github.openhands4j.model.v1.NewApiKey;
import java.util.List;
import java.util.Optional;

/** The keys of a user of OpenHands Cloud; self-hosted servers answer 404. Thread-safe. */
public interface ApiKeys {

  /**
   * Lists the keys ({@code GET /api/keys}). May be repeated.
   *
   * @return the keys, without their values
   * @throws OpenHandsException if the call fails
   */
  List<ApiKeyInfo> list();

  /**
   * Makes a key ({@code POST /api/keys}). Not repeated after a failure that may have been sent. If
   * its answer is lost, the key can only be deleted.
   *
   * @param key what it is to be
   * @return the key with its value, which is told this once
   * @throws OpenHandsException if the call fails
   */
  NewApiKey create(ApiKeyCreate key);

  /**
   * Deletes a key ({@code DELETE /api/keys/{id}}).
   *
   * @param id the key
   * @return true if it was deleted, false if there is none of that id
   * @throws OpenHandsException if the call fails
   */
  boolean delete(long id);

  /**
   * Tells which key this client uses, and for which organization ({@code GET /api/keys/current}).
   * May be repeated.
   *
   * @return the key, without its value
   * @throws OpenHandsException if the call fails
   */
  CurrentApiKey current();

  /**
   * Reads the user's key for language models ({@code GET /api/keys/llm/byor}). May be repeated.
   *
   * @return the key, if there is one
   * @throws OpenHandsException if the call fails; 402 if the organization may not hand keys out
   */
  Optional<Secret> llmKey();

  /**
   * Makes a new key for language models; the old one ends ({@code POST
   * /api/keys/llm/byor/refresh}). Not repeated after a failure that may have been sent.
   *
   * @return the new key
   * @throws OpenHandsException if the call fails; 402 if the organization may not hand keys out
   */
  Optional<Secret> refreshLlmKey();

  /**
   * Tells whether the organization may hand out keys for language models ({@code GET
   * /api/keys/llm/byor/permitted}). May be repeated.
   *
   * @return true if it may
   * @throws OpenHandsException if the call fails
   */
  boolean llmKeyPermitted();

  /**
   * Makes a new key for the models that OpenHands Cloud manages ({@code POST
   * /api/keys/llm/managed/refresh}). Not repeated after a failure that may have been sent.
   *
   * @return true if there is a new one
   * @throws OpenHandsException if the call fails
   */
  boolean refreshManagedLlmKey();
}
