package io.github.openhands4j.core.internal.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file that tells what is done to it: that a disk was told to keep bytes cannot be seen on it.
 */
final class WatchedChannel extends FileChannel {

  private final FileChannel file;
  private final String name;
  private final List<String> seen;
  private @Nullable Trouble trouble;

  /** What the disk does wrong. */
  enum Trouble {
    /** It takes a part of what is written. */
    FULL,
    /** It cannot be told to keep what was written. */
    NOT_FORCED
  }

  WatchedChannel(FileChannel file, String name, List<String> seen) {
    this.file = file;
    this.name = name;
    this.seen = seen;
  }

  /** The same on a disk that is in trouble. */
  WatchedChannel with(Trouble met) {
    trouble = met;
    return this;
  }

  @Override
  public int write(ByteBuffer bytes) throws IOException {
    seen.add(name + " is written");
    if (trouble == Trouble.FULL) {
      bytes.limit(bytes.limit() / 2);
    }
    return file.write(bytes);
  }

  @Override
  public void force(boolean metaData) throws IOException {
    seen.add(name + " is forced to disk");
    if (trouble == Trouble.NOT_FORCED) {
      throw new IOException("the disk does not answer");
    }
    file.force(metaData);
  }

  @Override
  protected void implCloseChannel() throws IOException {
    seen.add(name + " is closed");
    file.close();
  }

  @Override
  public long size() throws IOException {
    return file.size();
  }

  @Override
  public int read(ByteBuffer bytes) {
    throw new UnsupportedOperationException();
  }

  @Override
  public long read(ByteBuffer[] bytes, int offset, int length) {
    throw new UnsupportedOperationException();
  }

  @Override
  public int read(ByteBuffer bytes, long position) {
    throw new UnsupportedOperationException();
  }

  @Override
  public long write(ByteBuffer[] bytes, int offset, int length) {
    throw new UnsupportedOperationException();
  }

  @Override
  public int write(ByteBuffer bytes, long position) {
    throw new UnsupportedOperationException();
  }

  @Override
  public long position() {
    throw new UnsupportedOperationException();
  }

  @Override
  public FileChannel position(long position) {
    throw new UnsupportedOperationException();
  }

  @Override
  public FileChannel truncate(long size) {
    throw new UnsupportedOperationException();
  }

  @Override
  public long transferTo(long position, long count, WritableByteChannel target) {
    throw new UnsupportedOperationException();
  }

  @Override
  public long transferFrom(ReadableByteChannel source, long position, long count) {
    throw new UnsupportedOperationException();
  }

  @Override
  public MappedByteBuffer map(MapMode mode, long position, long size) {
    throw new UnsupportedOperationException();
  }

  @Override
  public FileLock lock(long position, long size, boolean shared) {
    throw new UnsupportedOperationException();
  }

  @Override
  public FileLock tryLock(long position, long size, boolean shared) {
    throw new UnsupportedOperationException();
  }
}
