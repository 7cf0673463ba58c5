/**
 * Finds insecure settings in Dockerfiles, Kubernetes manifests, compose files and GitHub workflows. What a rule says is data ({@code rules.yaml}),
 * what it looks at is a method here; a case for each, good and bad, stands beside the tests.
 */
@NullMarked
package io.ymera.scanner.config;

import org.jspecify.annotations.NullMarked;
