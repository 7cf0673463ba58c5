/**
 * The small intermediate form into which each language is brought, and which is all that the data-flow engine knows: structured statements and
 * expressions, things named by where they come from ({@code java.lang.Runtime.exec}, {@code child_process.exec}). No language's name
 * appears here, no rule's, no state of an analysis.
 */
@NullMarked
package io.ymera.scanner.ir;

import org.jspecify.annotations.NullMarked;
