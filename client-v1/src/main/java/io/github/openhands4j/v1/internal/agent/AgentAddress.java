package io.github.openhands4j.v1.internal.agent;

import io.github.openhands4j.core.ClientOptions;
import io.github.openhands4j.core.ConfigurationException;
import io.github.openhands4j.core.ErrorCode;
import io.github.openhands4j.core.internal.http.Authority;
import io.github.openhands4j.model.Secret;
import io.github.openhands4j.model.v1.AppConversation;
import io.github.openhands4j.model.v1.ExposedUrl;
import io.github.openhands4j.model.v1.SandboxInfo;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where an agent server is and what opens it, as the app server said. What it says is data: the
 * address is checked here as a text, and its host when a connection is made.
 *
 * @param url scheme, host, port and path prefix, without a slash at the end
 * @param key the sandbox's key
 */
public record AgentAddress(URI url, Secret key) {

  private static final String AGENT_SERVER = "AGENT_SERVER";
  private static final String CONVERSATIONS = "/api/conversations/";

  /**
   * The address in a conversation.
   *
   * @param conversation the conversation as read just before
   * @param options name the app server
   * @return the address
   * @throws ConfigurationException if there is none or it is refused
   */
  public static AgentAddress of(AppConversation conversation, ClientOptions options) {
    String url = conversation.conversationUrl();
    int end = url == null ? -1 : url.lastIndexOf(CONVERSATIONS);
    String base = url == null ? null : end < 0 ? url : url.substring(0, end);
    return of("conversation " + conversation.id(), base, conversation.sessionApiKey(), options);
  }

  /**
   * Whether a conversation names an address and a key.
   *
   * @param conversation the conversation
   * @return false if its sandbox does not run
   */
  public static boolean isIn(AppConversation conversation) {
    return conversation.conversationUrl() != null && conversation.sessionApiKey() != null;
  }

  /**
   * The address in a sandbox.
   *
   * @param sandbox the sandbox as read just before
   * @param options name the app server
   * @return the address
   * @throws ConfigurationException if there is none or it is refused
   */
  public static AgentAddress of(SandboxInfo sandbox, ClientOptions options) {
    String url =
        sandbox.exposedUrls().stream()
            .filter(exposed -> exposed.name().equals(AGENT_SERVER))
            .map(ExposedUrl::url)
            .map(Secret::reveal)
            .findFirst()
            .orElse(null);
    return of("sandbox " + sandbox.id(), url, sandbox.sessionApiKey(), options);
  }

  private static AgentAddress of(
      String owner, @Nullable String url, @Nullable Secret key, ClientOptions options) {
    if (url == null || key == null) {
      throw new ConfigurationException(
          ErrorCode.ARGUMENT_REFUSED,
          "The "
              + owner
              + " has no agent server now: its sandbox does not run, or it was read too early.");
    }
    return new AgentAddress(checked(owner, url, options), key);
  }

  private static URI checked(String owner, String text, ClientOptions options) {
    URI uri;
    try {
      uri = new URI(text);
    } catch (URISyntaxException e) {
      throw refused(owner, "it is not a URL");
    }
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw refused(owner, "it must begin with https:// or http://");
    }
    if (scheme.equals("http") && options.baseUrl().getScheme().equals("https")) {
      throw refused(owner, "it is plain http, and the base URL is https");
    }
    if (Authority.namesUser(uri)) {
      throw refused(owner, "it holds a user name or password");
    }
    Optional<Authority> authority = Authority.of(uri);
    if (authority.isEmpty() || uri.getRawQuery() != null || uri.getRawFragment() != null) {
      throw refused(owner, "it must be scheme, host, port and path");
    }
    String path = uri.getRawPath().replaceAll("/+$", "");
    if (path.contains("//") || path.contains("/.") || path.contains("%") || path.contains("\\")) {
      throw refused(owner, "its path is not plain");
    }
    try {
      return authority.get().uniformUrl(scheme, path);
    } catch (IllegalArgumentException e) {
      throw refused(owner, "its host or port is not one");
    }
  }

  private static ConfigurationException refused(String owner, String why) {
    return new ConfigurationException(
        ErrorCode.ADDRESS_REFUSED,
        "The address that the server gives for the agent server of "
            + owner
            + " is not called: "
            + why
            + ".");
  }

  @Override
  public String toString() {
    return "AgentAddress[url=" + url + "]";
  }
}
