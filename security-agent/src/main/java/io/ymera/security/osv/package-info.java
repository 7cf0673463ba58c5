/**
 * Asks OSV's API what is known of packages, if the operator allows that: names and versions of what a code base depends on then leave
 * the machine. The agent asks, not the sandbox, and writes the answers down for the scanner.
 */
@NullMarked
package io.ymera.security.osv;

import org.jspecify.annotations.NullMarked;
