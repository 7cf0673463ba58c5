package io.ymera.scanner.finding;

/**
 * One step on the way of data from where it comes in to where it does harm.
 *
 * @param location where
 * @param note what happens there, in a few words
 */
public record Step(Location location, String note) {}
