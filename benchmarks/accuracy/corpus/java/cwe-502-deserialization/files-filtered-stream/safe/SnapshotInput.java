package com.chartwell.desk.io;

import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;

final class SnapshotInput extends ObjectInputStream {

    SnapshotInput(InputStream in) throws IOException {
        super(in);
        setObjectInputFilter(ObjectInputFilter.Config.createFilter(SnapshotLimits.PATTERN));
    }

    <T> T read(Class<T> type) throws IOException {
        try {
            return type.cast(readObject());
        } catch (ClassNotFoundException e) {
            throw new IOException("unreadable snapshot", e);
        }
    }
}
