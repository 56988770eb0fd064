package cn.minyi5.messaging;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnectOptions;
import jakarta.inject.Singleton;
import java.util.ArrayList;

/**
 * The pool of a service, which keeps every statement prepared however long its text is. The client's own limit is 2,048
 * characters; above it a statement is parsed and planned anew each time it runs, which costs more than running it.
 */
@Singleton
public class PreparedPool implements PgPoolCreator {

    @Override
    public Pool create(Input input) {
        var databases = new ArrayList<SqlConnectOptions>(input.pgConnectOptionsList());
        databases.forEach(database -> database.setPreparedStatementCacheSqlFilter(sql -> true));
        return PgBuilder.pool()
                .with(input.poolOptions())
                .connectingTo(databases)
                .using(input.vertx())
                .build();
    }
}
