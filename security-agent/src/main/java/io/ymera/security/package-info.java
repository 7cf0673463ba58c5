/**
 * The agent that says what is insecure in a code base. What it parses of one, it parses in the sandbox: our own scanner and those that
 * are installed beside it; what these say is checked before it is believed, joined, and judged.
 */
@NullMarked
package io.ymera.security;

import org.jspecify.annotations.NullMarked;
