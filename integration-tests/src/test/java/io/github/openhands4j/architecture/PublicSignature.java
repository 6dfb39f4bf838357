package io.github.openhands4j.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The types that users meet in the public and protected members of a class. */
final class PublicSignature extends ArchCondition<JavaClass> {

  private final DescribedPredicate<JavaClass> forbidden;

  private PublicSignature(DescribedPredicate<JavaClass> forbidden) {
    super("show in their signatures %s", forbidden.getDescription());
    this.forbidden = forbidden;
  }

  static ArchCondition<JavaClass> shows(DescribedPredicate<JavaClass> forbidden) {
    return new PublicSignature(forbidden);
  }

  @Override
  public void check(JavaClass type, ConditionEvents events) {
    Stream.concat(type.getRawSuperclass().stream(), type.getRawInterfaces().stream())
        .forEach(shown -> report(type, type.getName(), Set.of(shown), events));
    type.getMembers().stream()
        .filter(PublicSignature::isVisible)
        .forEach(member -> report(type, member.getFullName(), typesOf(member), events));
  }

  private static boolean isVisible(JavaMember member) {
    return member.getModifiers().contains(JavaModifier.PUBLIC)
        || member.getModifiers().contains(JavaModifier.PROTECTED);
  }

  private static Set<JavaClass> typesOf(JavaMember member) {
    if (member instanceof JavaField field) {
      return field.getAllInvolvedRawTypes();
    }
    JavaCodeUnit unit = (JavaCodeUnit) member;
    Stream<JavaClass> parameters =
        unit.getParameterTypes().stream().flatMap(type -> type.getAllInvolvedRawTypes().stream());
    Stream<JavaClass> thrown = unit.getExceptionTypes().stream();
    return Stream.of(unit.getReturnType().getAllInvolvedRawTypes().stream(), parameters, thrown)
        .flatMap(types -> types)
        .collect(Collectors.toSet());
  }

  private void report(JavaClass type, String where, Set<JavaClass> shown, ConditionEvents events) {
    shown.forEach(
        each ->
            events.add(
                new SimpleConditionEvent(
                    type, forbidden.test(each), where + " shows " + each.getName())));
  }
}
