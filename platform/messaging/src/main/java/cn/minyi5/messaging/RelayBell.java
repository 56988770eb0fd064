package cn.minyi5.messaging;

import jakarta.inject.Singleton;

/** By which a commit wakes the relay: the one knows nothing of the other. */
@Singleton
final class RelayBell {

    private volatile Runnable wake = () -> {};

    void rings(Runnable relay) {
        wake = relay;
    }

    void ring() {
        wake.run();
    }
}
