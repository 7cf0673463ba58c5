package io.ymera.scanner.taint;

/** A variable of a running function. */
record Variable(int frame, String name) {}
