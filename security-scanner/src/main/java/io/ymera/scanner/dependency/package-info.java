/**
 * What a code base is made of: manifests and lock files of its build tools become components. Nothing is asked of a registry: what is not written
 * down in the tree is not known, and said to be so.
 */
@NullMarked
package io.ymera.scanner.dependency;

import org.jspecify.annotations.NullMarked;
