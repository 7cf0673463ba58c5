/**
 * What the platform consists of on a developer's machine ({@link io.ymera.local.platform.PlatformParts} is the list), its
 * secrets, and starting and stopping all of it. Prints nothing: {@code cli} does.
 */
@NullMarked
package io.ymera.local.platform;

import org.jspecify.annotations.NullMarked;
