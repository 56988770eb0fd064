package cn.minyi5.local.stack;

import cn.minyi5.embedded.EmbeddedKafka;
import cn.minyi5.embedded.OsProcess;

/** Kafka; each service makes its own topics. */
record KafkaPart(EmbeddedKafka broker) implements Part {

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
