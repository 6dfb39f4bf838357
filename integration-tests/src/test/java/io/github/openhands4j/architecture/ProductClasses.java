package io.github.openhands4j.architecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;

/** Imports what users get: no tests, no demo. */
public final class ProductClasses implements ImportOption {

  /** Created by ArchUnit. */
  public ProductClasses() {}

  @Override
  public boolean includes(Location location) {
    return !location.contains("/test-classes/") && !location.contains("integration-tests");
  }
}
