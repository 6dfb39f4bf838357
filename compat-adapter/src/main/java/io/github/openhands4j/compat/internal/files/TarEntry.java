package io.github.openhands4j.compat.internal.files;

import java.time.Instant;

/**
 * One member of a tar archive.
 *
 * @param name its path in the archive
 * @param file whether it is a regular file
 * @param hardLink the path of the earlier member whose other name it is, or an empty text
 * @param size its bytes
 * @param modified when it last changed
 */
record TarEntry(String name, boolean file, String hardLink, long size, Instant modified) {}
