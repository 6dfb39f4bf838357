package io.github.openhands4j.mutations;

import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/** Replaces all code of a method. */
final class ReturnChange extends MethodVisitor {

  private final Runnable found;
  private final Value value;
  private final Type method;
  private final boolean isStatic;

  ReturnChange(MethodVisitor next, Runnable found, Value value, Type method, boolean isStatic) {
    super(Opcodes.ASM9, next);
    this.found = found;
    this.value = value;
    this.method = method;
    this.isStatic = isStatic;
  }

  @Override
  public void visitCode() {
    found.run();
    super.visitCode();
    Type type = method.getReturnType();
    if (value instanceof Value.First) {
      super.visitVarInsn(method.getArgumentTypes()[0].getOpcode(Opcodes.ILOAD), isStatic ? 0 : 1);
    } else {
      Bytecode.push(mv, value, type);
    }
    super.visitInsn(type.getOpcode(Opcodes.IRETURN));
    super.visitMaxs(0, 0);
    super.visitEnd();
    mv = null; // what follows is the code that was there
  }
}
