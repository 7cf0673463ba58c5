/** The one sandbox of an agent: made when it starts, as its operator wants it, and looked at by its readiness check. */
@NullMarked
package io.ymera.codebase.confinement;

import org.jspecify.annotations.NullMarked;
