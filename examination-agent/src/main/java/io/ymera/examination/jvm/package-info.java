/**
 * Java: how a project is built and its tests are run, what its code consists of. All of that happens in programs in the sandbox
 * (module {@code examination-lab}, Maven, javac); nothing of a project is compiled, loaded or parsed here.
 */
@NullMarked
package io.ymera.examination.jvm;

import org.jspecify.annotations.NullMarked;
