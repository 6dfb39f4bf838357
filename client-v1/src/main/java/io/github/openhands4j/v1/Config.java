package io.github.openhands4j.v1;

import io.github.openhands4j.model.v1.LlmModel;
import io.github.openhands4j.model.v1.LlmProvider;

/** The language models of a server. Thread-safe. */
public interface Config {

  /**
   * Lists models ({@code GET /api/v1/config/models/search}). May be repeated.
   *
   * @param query filters
   * @return the models, read page by page
   */
  Paged<LlmModel> models(ModelQuery query);

  /**
   * Lists who offers models ({@code GET /api/v1/config/providers/search}). May be repeated.
   *
   * @return the providers, read page by page
   */
  Paged<LlmProvider> providers();
}
