package io.github.openhands4j.mutations;

import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/** Reads something else than a field. */
final class FieldChange extends MethodVisitor {

  private final Runnable found;
  private final String field;
  private final @Nullable String instead;
  private final Value value;

  FieldChange(MethodVisitor next, Runnable found, String field, String instead) {
    super(Opcodes.ASM9, next);
    this.found = found;
    this.field = field;
    this.instead = instead;
    this.value = Value.NULL;
  }

  FieldChange(MethodVisitor next, Runnable found, String field, Value value) {
    super(Opcodes.ASM9, next);
    this.found = found;
    this.field = field;
    this.instead = null;
    this.value = value;
  }

  @Override
  public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
    boolean isRead = opcode == Opcodes.GETFIELD || opcode == Opcodes.GETSTATIC;
    if (!isRead || !field.equals(Names.simple(owner) + "." + name)) {
      super.visitFieldInsn(opcode, owner, name, descriptor);
      return;
    }
    found.run();
    if (instead != null) {
      super.visitFieldInsn(opcode, owner, instead, descriptor);
      return;
    }
    if (opcode == Opcodes.GETFIELD) {
      super.visitInsn(Opcodes.POP);
    }
    Bytecode.push(mv, value, Type.getType(descriptor));
  }
}
