package io.ymera.sandbox;

class UnshareHostileTest extends HostilePrograms {

    @Override
    SandboxMode mode() {
        return SandboxMode.UNSHARE;
    }
}
