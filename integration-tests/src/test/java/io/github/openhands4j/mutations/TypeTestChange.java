package io.github.openhands4j.mutations;

import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/** Answers tests for a type with no. */
final class TypeTestChange extends MethodVisitor {

  private final Runnable found;
  private final String type;

  TypeTestChange(MethodVisitor next, Runnable found, String type) {
    super(Opcodes.ASM9, next);
    this.found = found;
    this.type = type;
  }

  @Override
  public void visitTypeInsn(int opcode, String tested) {
    if (opcode != Opcodes.INSTANCEOF || !type.equals(Names.simple(tested))) {
      super.visitTypeInsn(opcode, tested);
      return;
    }
    found.run();
    super.visitInsn(Opcodes.POP);
    super.visitInsn(Opcodes.ICONST_0);
  }
}
