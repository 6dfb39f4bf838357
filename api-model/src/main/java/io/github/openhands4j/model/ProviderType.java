package io.github.openhands4j.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Set;

/**
 * A git provider.
 *
 * <p>An open word: the server may send values this release does not know; they are kept as sent.
 *
 * @param value the word as it stands on the wire
 */
public record ProviderType(@JsonValue String value) implements OpenWord {

  /** GitHub. */
  public static final ProviderType GITHUB = new ProviderType("github");

  /** GitLab. */
  public static final ProviderType GITLAB = new ProviderType("gitlab");

  /** Bitbucket Cloud. */
  public static final ProviderType BITBUCKET = new ProviderType("bitbucket");

  /** Bitbucket Data Center. */
  public static final ProviderType BITBUCKET_DATA_CENTER =
      new ProviderType("bitbucket_data_center");

  /** Forgejo. */
  public static final ProviderType FORGEJO = new ProviderType("forgejo");

  /** Azure DevOps. */
  public static final ProviderType AZURE_DEVOPS = new ProviderType("azure_devops");

  /** Single sign-on of an enterprise install. */
  public static final ProviderType ENTERPRISE_SSO = new ProviderType("enterprise_sso");

  private static final Set<ProviderType> KNOWN =
      Set.of(
          GITHUB, GITLAB, BITBUCKET, BITBUCKET_DATA_CENTER, FORGEJO, AZURE_DEVOPS, ENTERPRISE_SSO);

  /**
   * The word for a wire value, known or not.
   *
   * @param value the word as it stands on the wire
   * @return the word
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static ProviderType of(String value) {
    return new ProviderType(value);
  }

  @Override
  public boolean isKnown() {
    return KNOWN.contains(this);
  }

  @Override
  public String toString() {
    return value;
  }
}
