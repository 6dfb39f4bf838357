package io.github.openhands4j.contract;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import io.github.openhands4j.v0.OpenHandsV0Client;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Which methods of the V0 client compiled code calls, as the table of operations spells them. */
public final class V0Doors {

  private V0Doors() {}

  /**
   * What a method calls of the client, itself and through others.
   *
   * @param start the method
   * @param within the classes whose methods are followed
   * @return for example {@code files().listFiles}
   */
  public static Set<String> calledBy(JavaCodeUnit start, Predicate<JavaClass> within) {
    Set<String> doors = new TreeSet<>();
    accesses(start, within).forEach(access -> door(access.getTarget()).ifPresent(doors::add));
    return doors;
  }

  /** All that a method uses, itself and through others. */
  static Set<JavaAccess<?>> accesses(JavaCodeUnit start, Predicate<JavaClass> within) {
    Set<JavaAccess<?>> accesses = new LinkedHashSet<>();
    Set<JavaCodeUnit> seen = new LinkedHashSet<>(Set.of(start));
    Deque<JavaCodeUnit> next = new ArrayDeque<>(seen);
    while (!next.isEmpty()) {
      for (JavaAccess<?> access : next.remove().getAccessesFromSelf()) {
        accesses.add(access);
        access
            .getTarget()
            .resolveMember()
            .filter(JavaCodeUnit.class::isInstance)
            .map(JavaCodeUnit.class::cast)
            .filter(used -> within.test(used.getOwner()))
            .filter(seen::add)
            .ifPresent(next::add);
      }
    }
    return accesses;
  }

  private static Optional<String> door(AccessTarget target) {
    String owner = target.getOwner().getName();
    if (owner.equals(OpenHandsV0Client.class.getName())) {
      return Optional.of(target.getName());
    }
    return Arrays.stream(OpenHandsV0Client.class.getDeclaredMethods())
        .filter(group -> group.getReturnType().isInterface())
        .filter(group -> group.getReturnType().getName().equals(owner))
        .map(Method::getName)
        .map(group -> group + "()." + target.getName())
        .findFirst();
  }
}
