/**
 * Which components have known vulnerabilities: advisories in OSV's format from a mirror, matched by each ecosystem's own order of versions, and
 * rated by whether the code uses what is vulnerable. Nothing is fetched.
 */
@NullMarked
package io.ymera.scanner.advisory;

import org.jspecify.annotations.NullMarked;
