/** What users see and change of themselves, {@code /users/me}: the profile and the password. Never the rights. */
@NullMarked
package io.ymera.auth.account;

import org.jspecify.annotations.NullMarked;
