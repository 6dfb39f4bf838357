package io.github.openhands4j.mutations;

import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/** Makes the changed form of a class. */
final class Mutant extends ClassVisitor {

  private final Mutation mutation;
  private int places;

  private Mutant(ClassVisitor next, Mutation mutation) {
    super(Opcodes.ASM9, next);
    this.mutation = mutation;
  }

  /**
   * Changes a class.
   *
   * @param type the name of the class, for messages
   * @param original its bytes
   * @param mutation the change
   * @return the bytes of the changed class
   * @throws BrokenMutationException if there is nothing in the class that the mutation could change
   */
  static byte[] of(String type, byte[] original, Mutation mutation) {
    if (mutation instanceof Mutation.Both both) {
      return of(type, of(type, original, both.one()), both.other());
    }
    ClassReader reader = new ClassReader(original);
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    Mutant mutant = new Mutant(writer, mutation);
    reader.accept(mutant, 0);
    if (mutant.places == 0) {
      throw new BrokenMutationException(
          "Nothing to change in " + type + ": " + mutation + " finds no place in it.");
    }
    return writer.toByteArray();
  }

  @Override
  public MethodVisitor visitMethod(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
    boolean hasCode = (access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_BRIDGE)) == 0;
    if (!hasCode) {
      return next;
    }
    if (mutation instanceof Mutation.Returns it) {
      boolean isStatic = (access & Opcodes.ACC_STATIC) != 0;
      return name.equals(it.method())
          ? new ReturnChange(
              next, this::found, it.value(), Type.getMethodType(descriptor), isStatic)
          : next;
    }
    if (mutation instanceof Mutation.Answers it) {
      return isPartOf(it.method(), name)
          ? new CallChange(next, this::found, it.call(), it.value())
          : next;
    }
    if (mutation instanceof Mutation.Skips it) {
      return isPartOf(it.method(), name)
          ? new CallChange(next, this::found, it.call(), Value.FIRST)
          : next;
    }
    if (mutation instanceof Mutation.Reads it) {
      return isPartOf(it.method(), name)
          ? new FieldChange(next, this::found, it.field(), it.instead())
          : next;
    }
    if (mutation instanceof Mutation.Finds it) {
      return isPartOf(it.method(), name)
          ? new FieldChange(next, this::found, it.field(), it.value())
          : next;
    }
    if (mutation instanceof Mutation.Counts it) {
      return isPartOf(it.method(), name)
          ? new NumberChange(next, this::found, it.number(), it.instead())
          : next;
    }
    if (mutation instanceof Mutation.Denies it) {
      return isPartOf(it.method(), name) ? new TypeTestChange(next, this::found, it.type()) : next;
    }
    throw new IllegalArgumentException(mutation.toString());
  }

  private void found() {
    places++;
  }

  /** Whether compiled code belongs to a method: as itself or as a lambda in it. */
  private static boolean isPartOf(String method, String compiled) {
    String inLambdas =
        switch (method) {
          case "<init>" -> "new";
          case "<clinit>" -> "static";
          default -> method;
        };
    return compiled.equals(method) || compiled.startsWith("lambda$" + inLambdas + "$");
  }
}
