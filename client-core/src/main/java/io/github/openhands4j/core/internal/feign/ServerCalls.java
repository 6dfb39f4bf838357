package io.github.openhands4j.core.internal.feign;

import feign.Client;
import feign.Request;
import feign.codec.Decoder;
import feign.codec.ErrorDecoder;

/**
 * How one server is called.
 *
 * @param url its base URL, without a slash at the end
 * @param client sends requests
 * @param decoder reads what a success says
 * @param errorDecoder reads what everything else says
 * @param times of calls that bring none of their own
 */
record ServerCalls(
    String url, Client client, Decoder decoder, ErrorDecoder errorDecoder, Request.Options times) {

  ServerCalls {
    url = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
  }
}
