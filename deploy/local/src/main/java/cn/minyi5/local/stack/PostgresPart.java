package cn.minyi5.local.stack;

import cn.minyi5.backends.OsProcess;
import cn.minyi5.backends.PostgresBackend;

/** PostgreSQL with one database per service. */
record PostgresPart(PostgresBackend server) implements Part {

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
