package io.github.openhands4j.mutations;

import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/** Leaves calls out. */
final class CallChange extends MethodVisitor {

  private final Runnable found;
  private final String call;
  private final Value value;

  CallChange(MethodVisitor next, Runnable found, String call, Value value) {
    super(Opcodes.ASM9, next);
    this.found = found;
    this.call = call;
    this.value = value;
  }

  @Override
  public void visitMethodInsn(
      int opcode, String owner, String name, String descriptor, boolean isInterface) {
    if (!call.equals(Names.simple(owner) + "." + name)) {
      super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
      return;
    }
    found.run();
    Type type = Type.getReturnType(descriptor);
    boolean isStatic = opcode == Opcodes.INVOKESTATIC;
    boolean firstStays = value instanceof Value.First && !type.equals(Type.VOID_TYPE);
    Bytecode.popArguments(mv, descriptor, firstStays && isStatic ? 1 : 0);
    if (!isStatic && !firstStays) {
      super.visitInsn(Opcodes.POP);
    }
    if (!(value instanceof Value.First)) {
      Bytecode.push(mv, value, type);
    }
  }
}
