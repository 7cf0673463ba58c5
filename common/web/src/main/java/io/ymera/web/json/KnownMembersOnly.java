package io.ymera.web.json;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A type of which a JSON object with a member that it does not have is refused (422, naming the member). Elsewhere such a
 * member is ignored, so that one side can be upgraded before the other; where a client asks for rights or for a change, a member
 * that is quietly ignored would leave it in the belief that it got what it asked for.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface KnownMembersOnly {}
