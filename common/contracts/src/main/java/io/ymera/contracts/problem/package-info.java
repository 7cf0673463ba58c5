/** Errors as clients see them: RFC 9457 problem details with a stable code. */
@NullMarked
package io.ymera.contracts.problem;

import org.jspecify.annotations.NullMarked;
