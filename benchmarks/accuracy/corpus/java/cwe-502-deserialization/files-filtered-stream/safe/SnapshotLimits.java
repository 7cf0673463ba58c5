package com.chartwell.desk.io;

final class SnapshotLimits {

    private static final String SIZES = "maxdepth=12;maxrefs=5000;maxbytes=262144;maxarray=2000";
    private static final String TYPES = "com.chartwell.desk.model.*;java.lang.Number;java.lang.Double;java.util.ArrayList";

    static final String PATTERN = String.join(";", SIZES, TYPES, "!*");

    private SnapshotLimits() {
    }
}
