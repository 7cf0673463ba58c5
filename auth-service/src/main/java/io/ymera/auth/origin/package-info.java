/** Where a request comes from: the address and the program, for sessions, throttling and the audit log. */
@NullMarked
package io.ymera.auth.origin;

import org.jspecify.annotations.NullMarked;
