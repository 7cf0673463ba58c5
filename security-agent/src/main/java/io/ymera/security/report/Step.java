package io.ymera.security.report;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * One step on the way of data from where it comes in to where it does harm.
 *
 * @param place where
 * @param note what happens there, in a few words
 */
@RegisterForReflection
public record Step(Place place, String note) {}
