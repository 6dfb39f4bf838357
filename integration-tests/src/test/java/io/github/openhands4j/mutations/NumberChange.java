package io.github.openhands4j.mutations;

import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/** Puts one number in the place of another. */
final class NumberChange extends MethodVisitor {

  private final Runnable found;
  private final Number number;
  private final Number instead;

  NumberChange(MethodVisitor next, Runnable found, Number number, Number instead) {
    super(Opcodes.ASM9, next);
    this.found = found;
    this.number = number;
    this.instead = instead;
  }

  private boolean isIt(@Nullable Object pushed) {
    if (!number.equals(pushed)) {
      return false;
    }
    found.run();
    super.visitLdcInsn(instead);
    return true;
  }

  @Override
  public void visitInsn(int opcode) {
    if (!isIt(Bytecode.pushedBy(opcode))) {
      super.visitInsn(opcode);
    }
  }

  @Override
  public void visitIntInsn(int opcode, int operand) {
    if (opcode == Opcodes.NEWARRAY || !isIt(operand)) {
      super.visitIntInsn(opcode, operand);
    }
  }

  @Override
  public void visitLdcInsn(Object constant) {
    if (!isIt(constant)) {
      super.visitLdcInsn(constant);
    }
  }
}
