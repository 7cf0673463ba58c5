/**
 * Other scanners, where they are installed: each run in the sandbox, asked for SARIF, and its answer checked before it is believed. One
 * that is not there is named, with how to get it; that is no failure.
 */
@NullMarked
package io.ymera.security.adapter;

import org.jspecify.annotations.NullMarked;
