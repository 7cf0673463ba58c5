package io.ymera.web;

/**
 * The order of the filters that every service has, as Quarkus filter priorities: a higher one sees the request first.
 *
 * <p>Quarkus' own: authentication 200, authorization 100; JAX-RS and all routes come after every filter.
 */
public final class FilterOrder {

    /** First of all, so that whatever fails later is answered and logged with a trace id. */
    public static final int TRACE = 1_000;

    /** Before authentication: an oversized body costs nothing. */
    public static final int BODY_LIMIT = TRACE - 100;

    private FilterOrder() {}
}
