/**
 * What happens in a V1 conversation: events, and the actions and observations in them. The families
 * are open: a kind that this release does not know is read as {@link
 * io.github.openhands4j.model.v1.event.UnknownEvent}, {@link
 * io.github.openhands4j.model.v1.event.UnknownAction} or {@link
 * io.github.openhands4j.model.v1.event.UnknownObservation}, with its JSON. The canonical
 * constructors are not API: components are added as the server grows.
 */
@NullMarked
package io.github.openhands4j.model.v1.event;

import org.jspecify.annotations.NullMarked;
