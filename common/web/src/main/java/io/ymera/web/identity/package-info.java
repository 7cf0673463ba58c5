/** Who is asking, as the verified token says. Who may do what to which object is decided by the service that owns it. */
@NullMarked
package io.ymera.web.identity;

import org.jspecify.annotations.NullMarked;
