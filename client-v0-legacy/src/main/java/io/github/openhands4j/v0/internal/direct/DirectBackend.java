package io.github.openhands4j.v0.internal.direct;
