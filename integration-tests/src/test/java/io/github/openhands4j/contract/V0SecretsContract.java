package io.github.openhands4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openhands4j.model.Secret;
import io.github.openhands4j.model.v0.CustomSecret;
import io.github.openhands4j.v0.V0Exception;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the account's secrets promise. */
public abstract class V0SecretsContract extends V0WorldTest {

  private static final Secret VALUE = Secret.of("fake-secret-of-a-test");

  private static CustomSecret secret(String name, @Nullable String description) {
    return CustomSecret.builder().name(name).description(description).build();
  }

  private List<String> listed() {
    return client().secrets().listSecrets().stream()
        .map(secret -> secret.name() + ": " + secret.description())
        .toList();
  }

  @Test
  void accountHasNoSecretsAtFirst() {
    assertThat(client().secrets().listSecrets()).isEmpty();
  }

  @Test
  void secretIsListedWithoutItsValue() {
    client().secrets().createSecret(secret("TOKEN", "for the build"), VALUE);

    assertThat(listed()).containsExactly("TOKEN: for the build");
    assertThat(client().secrets().listSecrets().toString()).doesNotContain(VALUE.reveal());
  }

  @Test
  void nameThatIsTakenIsToldInV0sWords() {
    client().secrets().createSecret(secret("TOKEN", null), VALUE);

    V0Exception taken =
        failureOf(() -> client().secrets().createSecret(secret("TOKEN", null), VALUE));

    assertThat(taken.status()).isEqualTo(400);
    assertThat(taken.body()).isEqualTo("{\"message\":\"Secret TOKEN already exists\"}");
    assertThat(listed()).hasSize(1);
  }

  @Test
  void nameAndDescriptionCanBeChanged() {
    client().secrets().createSecret(secret("OLD", "old"), VALUE);

    client().secrets().updateSecret("OLD", secret("NEW", "new"));

    assertThat(listed()).containsExactly("NEW: new");
  }

  @Test
  void deletedSecretIsGone() {
    client().secrets().createSecret(secret("KEPT", null), VALUE);
    client().secrets().createSecret(secret("GONE", null), VALUE);

    client().secrets().deleteSecret("GONE");

    assertThat(client().secrets().listSecrets().stream().map(CustomSecret::name))
        .containsExactly("KEPT");
  }

  @Test
  void unknownNameIsToldInV0sWords() {
    client().secrets().createSecret(secret("KEPT", null), VALUE);

    for (V0Exception unknown :
        List.of(
            failureOf(() -> client().secrets().updateSecret("NONE", secret("X", null))),
            failureOf(() -> client().secrets().deleteSecret("NONE")))) {
      assertThat(unknown.status()).isEqualTo(404);
      assertThat(unknown.body()).isEqualTo("{\"error\":\"Secret with ID NONE not found\"}");
    }
    assertThat(listed()).hasSize(1);
  }
}
