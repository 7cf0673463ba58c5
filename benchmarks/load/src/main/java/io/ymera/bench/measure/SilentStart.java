package io.ymera.bench.measure;

import io.ymera.local.platform.PlatformPart;
import io.ymera.local.platform.Start;
import java.time.Duration;

/** Tells nobody how far the start of the measured platform is. */
public final class SilentStart implements Start.Listener {

    @Override
    public void starting(PlatformPart part) {}

    @Override
    public void ready(PlatformPart part, boolean wasRunning, Duration time) {}

    @Override
    public void undone(PlatformPart part) {}
}
