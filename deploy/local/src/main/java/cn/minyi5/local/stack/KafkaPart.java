package cn.minyi5.local.stack;

import cn.minyi5.backends.KafkaBackend;
import cn.minyi5.backends.OsProcess;

/** Kafka; each service makes its own topics. */
record KafkaPart(KafkaBackend broker) implements Part {

    @Override
    public OsProcess process() {
        return broker.process();
    }

    @Override
    public void start() {
        broker.start();
    }

    @Override
    public void stop() {
        broker.stop();
    }
}
