/**
 * OAuth clients, which agents and services are: those of the operator's file, which are there before anybody could make one,
 * and those that administrators make.
 */
@NullMarked
package io.ymera.auth.client;

import org.jspecify.annotations.NullMarked;
