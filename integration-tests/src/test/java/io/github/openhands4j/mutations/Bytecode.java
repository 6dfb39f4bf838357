package io.github.openhands4j.mutations;

import java.util.List;
import java.util.Optional;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/** Pieces of bytecode that mutations are made of. */
final class Bytecode {

  private Bytecode() {}

  /** Pushes a value where one of a type is expected; nothing for {@code void}. */
  static void push(MethodVisitor code, Value value, Type type) {
    if (type.equals(Type.VOID_TYPE)) {
      return;
    }
    if (value instanceof Value.Constant constant) {
      pushConstant(code, constant.value(), type);
    } else if (value instanceof Value.StaticField field) {
      Type owner = Type.getObjectType(Names.internal(field.owner()));
      code.visitFieldInsn(
          Opcodes.GETSTATIC, owner.getInternalName(), field.name(), owner.getDescriptor());
    } else if (value instanceof Value.Empty) {
      boolean list = type.equals(Type.getType(List.class));
      Type maker = Type.getType(list ? List.class : Optional.class);
      code.visitMethodInsn(
          Opcodes.INVOKESTATIC,
          maker.getInternalName(),
          list ? "of" : "empty",
          Type.getMethodDescriptor(maker),
          list);
    } else {
      throw new IllegalArgumentException(value + " cannot be pushed");
    }
  }

  private static void pushConstant(MethodVisitor code, @Nullable Object constant, Type type) {
    if (constant == null) {
      code.visitInsn(Opcodes.ACONST_NULL);
    } else if (type.equals(Type.LONG_TYPE)) {
      code.visitLdcInsn(((Number) constant).longValue());
    } else if (constant instanceof Boolean flag) {
      code.visitInsn(flag ? Opcodes.ICONST_1 : Opcodes.ICONST_0);
    } else {
      code.visitLdcInsn(constant);
    }
  }

  /** Takes the arguments of a call off the stack, the first that are to stay excepted. */
  static void popArguments(MethodVisitor code, String descriptor, int staying) {
    Type[] arguments = Type.getArgumentTypes(descriptor);
    for (int i = arguments.length - 1; i >= staying; i--) {
      code.visitInsn(arguments[i].getSize() == 2 ? Opcodes.POP2 : Opcodes.POP);
    }
  }

  /** The number that an instruction without operands pushes, or null if it pushes none. */
  static @Nullable Number pushedBy(int opcode) {
    if (opcode >= Opcodes.ICONST_M1 && opcode <= Opcodes.ICONST_5) {
      return opcode - Opcodes.ICONST_0;
    }
    if (opcode == Opcodes.LCONST_0 || opcode == Opcodes.LCONST_1) {
      return (long) (opcode - Opcodes.LCONST_0);
    }
    return null;
  }
}
