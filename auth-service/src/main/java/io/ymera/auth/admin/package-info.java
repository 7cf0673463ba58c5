/** What administrators do with users: find them, change their rights, delete them. One administrator always stays. */
@NullMarked
package io.ymera.auth.admin;

import org.jspecify.annotations.NullMarked;
