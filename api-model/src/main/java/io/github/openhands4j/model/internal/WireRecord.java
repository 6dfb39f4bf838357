package io.github.openhands4j.model.internal;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A data record of the wire: asks for a generated builder with setters and nothing else. */
@RecordBuilder.Template(
    options =
        @RecordBuilder.Options(
            enableWither = false,
            enableGetters = false,
            inheritComponentAnnotations = false,
            addClassRetainedGenerated = true))
@Retention(RetentionPolicy.SOURCE)
@Target(ElementType.TYPE)
@Inherited
public @interface WireRecord {}
