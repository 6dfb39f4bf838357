package io.github.openhands4j.v0.internal.select;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.openhands4j.core.ClientOptions;
import io.github.openhands4j.core.ConfigurationException;
import io.github.openhands4j.core.ErrorCode;
import io.github.openhands4j.core.internal.Version;
import io.github.openhands4j.core.internal.settings.Settings;
import io.github.openhands4j.v0.OpenHandsV0Client;
import io.github.openhands4j.v0.V0BackendInfo;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Which backend a client gets, by what is on the class path and by setting. */
class BackendSelectionTest {

  private static final String FIRST = NamedProvider.First.class.getName();
  private static final String SECOND = NamedProvider.Second.class.getName();
  private static final String OLD = NamedProvider.Old.class.getName();
  private static final ClientOptions OPTIONS =
      ClientOptions.builder().baseUrl("http://127.0.0.1:9").build();

  @TempDir Path folder;

  private final ClassLoader before = Thread.currentThread().getContextClassLoader();
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();

  @BeforeEach
  void listen() {
    log.start();
    logger().setLevel(Level.INFO);
    logger().addAppender(log);
  }

  @AfterEach
  void restore() {
    Thread.currentThread().setContextClassLoader(before);
    logger().detachAppender(log);
  }

  private static Logger logger() {
    return (Logger) LoggerFactory.getLogger("io.github.openhands4j.v0");
  }

  private static V0BackendInfo chosen(String setting, Announcement announcement) {
    Settings settings = new Settings(Map.of("openhands.v0.backend", setting)::get, name -> null);
    try (OpenHandsV0Client client = BackendSelection.connect(OPTIONS, settings, announcement)) {
      return client.backendInfo();
    }
  }

  private static V0BackendInfo chosen(String setting) {
    return chosen(setting, new Announcement());
  }

  private static ConfigurationException refusal(String setting) {
    return catchThrowableOfType(ConfigurationException.class, () -> chosen(setting));
  }

  private void contextSees(String... providers) throws Exception {
    Thread.currentThread()
        .setContextClassLoader(new ClassPathFolder(folder).naming(providers).below(before));
  }

  @Test
  void withoutAProviderCallsGoDirectlyToTheServer() {
    V0BackendInfo info = chosen("");

    assertThat(info.name()).isEqualTo("direct");
    assertThat(info.version()).isEqualTo(Version.TEXT);
    assertThat(info.location()).startsWith("file:");
    assertThat(log.list).isEmpty();
  }

  @Test
  void theOneProviderIsTakenAndNamedOnceInTheLog() throws Exception {
    contextSees(FIRST);
    Announcement announcement = new Announcement();

    V0BackendInfo info = chosen("", announcement);
    chosen("", announcement);

    assertThat(info.name()).isEqualTo("first");
    assertThat(log.list)
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.getLevel()).isEqualTo(Level.INFO);
              assertThat(event.getFormattedMessage())
                  .isEqualTo(
                      "V0 calls run on backend first " + Version.TEXT + " from " + info.location());
            });
  }

  @Test
  void twoProvidersAreRefusedAndBothAreNamed() throws Exception {
    contextSees(FIRST, SECOND);

    ConfigurationException refusal = refusal("");

    assertThat(refusal.code()).isEqualTo(ErrorCode.V0_BACKEND_AMBIGUOUS);
    assertThat(refusal).hasMessageContainingAll("first in file:", "second in file:");
  }

  @Test
  void theSettingChoosesAmongTwo() throws Exception {
    contextSees(FIRST, SECOND);

    assertThat(chosen("second").name()).isEqualTo("second");
    assertThat(chosen("direct").name()).isEqualTo("direct");
  }

  @Test
  void aNameThatIsNotOnTheClassPathIsRefusedWithThoseThatAre() throws Exception {
    contextSees(FIRST, SECOND);

    ConfigurationException refusal = refusal("third");

    assertThat(refusal.code()).isEqualTo(ErrorCode.V0_BACKEND_MISSING);
    assertThat(refusal).hasMessageContaining("direct, first, second");
  }

  @Test
  void aProviderOfAnotherReleaseIsRefused() throws Exception {
    contextSees(OLD);

    ConfigurationException refusal = refusal("");

    assertThat(refusal.code()).isEqualTo(ErrorCode.V0_BACKEND_VERSION);
    assertThat(refusal).hasMessageContainingAll("0.0.1", Version.TEXT);
  }

  @Test
  void aProviderThatCannotBeLoadedIsRefusedAndDirectStillWorks() throws Exception {
    contextSees("com.example.Absent");

    assertThat(refusal("").code()).isEqualTo(ErrorCode.V0_BACKEND_MISSING);
    assertThat(refusal("")).hasMessageContaining("com.example.Absent");
    assertThat(chosen("direct").name()).isEqualTo("direct");
  }

  @Test
  void theAdapterWithoutItsServicesFileIsTold() throws Exception {
    Thread.currentThread()
        .setContextClassLoader(
            new ClassPathFolder(folder)
                .withClass("io.github.openhands4j.compat.internal.backend", "V1BackendProvider")
                .below(before));

    ConfigurationException refusal = refusal("");

    assertThat(refusal.code()).isEqualTo(ErrorCode.V0_BACKEND_MISSING);
    assertThat(refusal).hasMessageContaining("lost when jars were merged");
    assertThat(chosen("direct").name()).isEqualTo("direct");
  }

  @Test
  void aProviderSeenByTheLibrarysOwnLoaderIsFoundWhateverTheContextLoaderSees() throws Exception {
    try (URLClassLoader loader = new ClassPathFolder(folder).naming(FIRST).withTheLibrary()) {
      Thread.currentThread().setContextClassLoader(ClassLoader.getPlatformClassLoader());
      assertThat(nameOfTheBackendBuiltBy(loader)).isEqualTo("first");

      Thread.currentThread().setContextClassLoader(null);
      assertThat(nameOfTheBackendBuiltBy(loader)).isEqualTo("first");
    }
  }

  @Test
  void aProviderSeenByBothLoadersCountsOnce() throws Exception {
    try (URLClassLoader loader = new ClassPathFolder(folder).naming(FIRST).withTheLibrary()) {
      Thread.currentThread().setContextClassLoader(loader);

      assertThat(nameOfTheBackendBuiltBy(loader)).isEqualTo("first");
    }
  }

  private static Object nameOfTheBackendBuiltBy(ClassLoader loader) throws Exception {
    Class<?> clients = loader.loadClass(OpenHandsV0Client.class.getName());
    Object builder = clients.getMethod("builder").invoke(null);
    builder.getClass().getMethod("baseUrl", String.class).invoke(builder, "http://127.0.0.1:9");
    Object client = builder.getClass().getMethod("build").invoke(builder);
    Object info = clients.getMethod("backendInfo").invoke(client);
    clients.getMethod("close").invoke(client);
    return info.getClass().getMethod("name").invoke(info);
  }
}
