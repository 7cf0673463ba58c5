package io.ymera.scanner.advisory;

import io.ymera.scanner.dependency.Ecosystem;

/** A package whatever its version. Names of Python are normalised as PEP 503 says. */
public record PackageName(Ecosystem ecosystem, String name) {}
