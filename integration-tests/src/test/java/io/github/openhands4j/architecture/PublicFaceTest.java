package io.github.openhands4j.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.conditions.ArchConditions.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.github.openhands4j.v1.api.AppConversationsApi;
import io.github.openhands4j.v1.api.StreamStartsApi;
import io.github.openhands4j.v1.internal.start.StartDriver;
import java.util.Properties;

/** What users compile against, and who may start a job. */
@AnalyzeClasses(packages = "io.github.openhands4j", importOptions = ProductClasses.class)
class PublicFaceTest {

  private static final String ROOT = "io.github.openhands4j";
  private static final String[] LIBRARIES = {
    "feign..",
    "com.fasterxml.jackson.core..",
    "com.fasterxml.jackson.databind..",
    "io.github.resilience4j..",
    "okhttp3..",
    "okio..",
    "org.slf4j.."
  };

  @ArchTest
  static final ArchRule FACADES_SHOW_NO_LIBRARY =
      classes()
          .that()
          .resideInAnyPackage(
              ROOT + ".model",
              ROOT + ".model.v1",
              ROOT + ".model.v0",
              ROOT + ".model.v0.event",
              ROOT + ".core",
              ROOT + ".v1",
              ROOT + ".v0",
              ROOT + ".v0.spi",
              ROOT + ".compat")
          .should(not(PublicSignature.shows(resideInAnyPackage(LIBRARIES).as("a library's types"))))
          .because("users must not meet the libraries below in what they compile against");

  @ArchTest
  static final ArchRule FACADES_USE_NO_LIBRARY =
      noClasses()
          .that()
          .resideInAnyPackage(ROOT + ".v1", ROOT + ".v0", ROOT + ".v0.spi", ROOT + ".compat")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "feign..",
              "com.fasterxml.jackson.databind..",
              "io.github.resilience4j..",
              "okhttp3..",
              "okio..")
          .because("the raw door is the only public place where Feign is met");

  @ArchTest
  static final ArchRule NOTHING_INTERNAL_IS_SHOWN =
      classes()
          .that()
          .resideOutsideOfPackages("..internal..")
          .and()
          .arePublic()
          .should(
              not(PublicSignature.shows(resideInAnyPackage("..internal..").as("internal types"))))
          .because("what is internal may change in any release");

  @ArchTest
  static final ArchRule ONLY_THE_START_PROTOCOL_STARTS =
      noClasses()
          .that()
          .resideOutsideOfPackage(StartDriver.class.getPackageName())
          .should()
          .accessTargetWhere(
              DescribedPredicate.describe(
                  "is a start of AppConversationsApi or StreamStartsApi",
                  (JavaAccess<?> access) ->
                      (access.getTargetOwner().isEquivalentTo(AppConversationsApi.class)
                              || access.getTargetOwner().isEquivalentTo(StreamStartsApi.class))
                          && access.getTarget().getName().equals("start")))
          .because("a second request with the same id breaks the first: one place sends it, once");

  @ArchTest
  static final ArchRule NO_PROCESS_STATE_IS_CHANGED =
      noClasses()
          .should()
          .callMethod(System.class, "setProperty", String.class, String.class)
          .orShould()
          .callMethod(System.class, "clearProperty", String.class)
          .orShould()
          .callMethod(System.class, "setProperties", Properties.class)
          .because("a library must not change the process it lives in");

  @ArchTest
  static final ArchRule V0_TYPES_ARE_DEPRECATED =
      classes()
          .that()
          .resideInAnyPackage(
              ROOT + ".v0", ROOT + ".v0.spi", ROOT + ".model.v0", ROOT + ".model.v0.event")
          .and()
          .arePublic()
          .and()
          .areTopLevelClasses()
          .and(
              DescribedPredicate.not(
                  simpleNameEndingWith("Builder")
                      .and(resideInAnyPackage(ROOT + ".model.v0", ROOT + ".model.v0.event"))
                      .as("generated builders")))
          .should()
          .beAnnotatedWith(Deprecated.class)
          .because(
              "V0 was removed from the server, and its users are to be told by their compiler");
}
