package io.github.openhands4j.security;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.github.openhands4j.architecture.ProductClasses;
import io.github.openhands4j.faults.Column;
import io.github.openhands4j.faults.Ending;
import io.github.openhands4j.faults.FaultWorld;
import io.github.openhands4j.faults.stub.StubServer;
import java.lang.reflect.AccessibleObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.Test;

/** What the library does to the process it lives in. */
class ProcessTest {

  private static final int THREADS = 50;

  /**
   * Static things that can change: what the whole process shares, a line that is logged once, and
   * private constants of types that could.
   */
  private static final Set<String> HARMLESS =
      Set.of(
          "io.github.openhands4j.core.internal.limits.SharedLimitsRegistry.OF_PROCESS",
          "io.github.openhands4j.core.internal.http.InterruptWatch.OF_PROCESS",
          "io.github.openhands4j.v0.internal.select.BackendSelection.ANNOUNCEMENT",
          "io.github.openhands4j.core.internal.http.AddressGuard.OWN_NETWORK",
          "io.github.openhands4j.core.internal.resilience.Repeats.FINAL",
          "io.github.openhands4j.core.internal.resilience.RepeatTable.ROWS",
          "io.github.openhands4j.core.internal.resilience.RepeatTable.WRITES",
          "io.github.openhands4j.core.internal.resilience.RepeatTable.ALL",
          "io.github.openhands4j.core.internal.resilience.RepeatTable.READS",
          "io.github.openhands4j.core.internal.resilience.RepeatTable.NONE",
          "io.github.openhands4j.v0.internal.direct.DirectUser.REPOSITORY",
          "io.github.openhands4j.compat.internal.http.route.TrajectoryStream.END",
          "io.github.openhands4j.compat.internal.http.route.Caller.CONFIGURED",
          "io.github.openhands4j.compat.internal.http.route.Caller.NOBODY");

  private static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .withImportOption(new ProductClasses())
          .importPackages("io.github.openhands4j");

  @Test
  @Requirement(SecurityRow.S22)
  void twoClientsWithTwoKeysNeverMix() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try (FaultWorld one = new FaultWorld(options -> options.apiKey("fake-key-one"));
        FaultWorld two =
            FaultWorld.at(one.server().baseUrl(), options -> options.apiKey("fake-key-two"))) {
      List<Callable<Ending>> work = new ArrayList<>();
      for (int thread = 0; thread < THREADS; thread++) {
        FaultWorld mine = thread % 2 == 0 ? one : two;
        work.add(() -> FaultWorld.ending(() -> mine.startNamed(mine == one ? "one" : "two")));
        work.add(() -> mine.ask(Column.GET));
      }
      for (Future<Ending> done : threads.invokeAll(work)) {
        assertThat(done.get().kind()).isEqualTo(Ending.Kind.DONE);
      }

      assertThat(one.server().requests())
          .filteredOn(request -> request.method().equals("POST"))
          .hasSize(THREADS)
          .allSatisfy(
              request -> {
                String own = request.body().contains("\"one\"") ? "fake-key-one" : "fake-key-two";
                assertThat(request.header("X-Session-API-Key")).contains(own);
                assertThat(request.header("Authorization")).contains("Bearer " + own);
              });
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  @Requirement(SecurityRow.S22)
  void manyCallsLeaveFewConnectionsAndNoThread() throws InterruptedException {
    try (StubServer server = StubServer.start()) {
      FaultWorld world = new FaultWorld(server, options -> options);
      for (int call = 0; call < 50; call++) {
        world.ask(Column.GET);
      }
      assertThat(server.connections()).isEqualTo(1);
      world.close();
    }
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().startsWith("openhands4j")) {
        assertThat(thread.isDaemon()).as(thread.getName()).isTrue();
        thread.join(10_000);
        assertThat(thread.isAlive()).as(thread.getName()).isFalse();
      }
    }
  }

  @Test
  @Requirement(SecurityRow.S22)
  void nothingStaticChangesAndNothingIsFinalized() {
    noMethods()
        .should()
        .haveName("finalize")
        .because("it runs on a thread and at a time of nobody's choice")
        .check(PRODUCT);
    assertThat(
            PRODUCT.stream()
                .filter(type -> !type.getPackageName().contains(".simulator")) // for tests only
                .flatMap(type -> type.getFields().stream())
                .filter(ProcessTest::changes)
                .map(field -> field.getOwner().getName() + "." + field.getName()))
        .as("static fields that can change")
        .containsExactlyInAnyOrderElementsOf(HARMLESS);
  }

  private static boolean changes(JavaField field) {
    Set<JavaModifier> modifiers = field.getModifiers();
    return modifiers.contains(JavaModifier.STATIC)
        && !modifiers.contains(JavaModifier.SYNTHETIC)
        && (!modifiers.contains(JavaModifier.FINAL) || !Unchanging.isValueOf(field.reflect()));
  }

  @Test
  @Requirement(SecurityRow.S23)
  void jdkIsNotReachedIntoAndTheProcessNotChanged() {
    noClasses()
        .should()
        .callMethod(System.class, "setProperty", String.class, String.class)
        .orShould()
        .callMethod(System.class, "setProperties", Properties.class)
        .orShould()
        .callMethod(System.class, "clearProperty", String.class)
        .orShould()
        .callMethod(AccessibleObject.class, "setAccessible", boolean.class)
        .orShould()
        .callMethod(AccessibleObject.class, "trySetAccessible")
        .orShould()
        .dependOnClassesThat()
        .resideInAnyPackage("sun..", "com.sun..", "jdk.internal..")
        .because("a library is a guest in its process")
        .check(PRODUCT);
  }

  @Test
  @Requirement({SecurityRow.S14, SecurityRow.S15})
  void nothingTakesPartInDecidingWhomToTrust() {
    noClasses()
        .should()
        .beAssignableTo(X509TrustManager.class)
        .orShould()
        .beAssignableTo(HostnameVerifier.class)
        .because("trust is the JVM's own")
        .check(PRODUCT);
  }

  @Test
  @Requirement(SecurityRow.S17)
  void noJsonNamesAClass() {
    noClasses()
        .should()
        .beAnnotatedWith(JsonTypeInfo.class)
        .orShould()
        .callMethodWhere(
            new DescribedPredicate<JavaCall<?>>("a mapper is told to read class names") {
              @Override
              public boolean test(JavaCall<?> call) {
                return call.getName().contains("DefaultTyping")
                    || call.getName().equals("setPolymorphicTypeValidator");
              }
            })
        .because("data decides no class")
        .check(PRODUCT);
    assertThat(
            PRODUCT.stream()
                .flatMap(type -> type.getFieldAccessesFromSelf().stream())
                .map(access -> access.getTarget().getName())
                .filter(name -> name.contains("CASE_INSENSITIVE_PROPERTIES")))
        .isEmpty();
  }
}
