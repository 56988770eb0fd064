package cn.minyi5.local.stack;

import cn.minyi5.embedded.EmbeddedPostgres;
import cn.minyi5.embedded.OsProcess;

/** PostgreSQL with one database per service. */
record PostgresPart(EmbeddedPostgres server) implements Part {

    @Override
    public OsProcess process() {
        return server.process();
    }

    @Override
    public void start() {
        server.start();
        Stack.SERVICES.forEach(server::createDatabase);
    }

    @Override
    public void stop() {
        server.stop();
    }
}
