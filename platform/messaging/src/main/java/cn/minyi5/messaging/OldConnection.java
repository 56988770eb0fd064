package cn.minyi5.messaging;

import io.vertx.mutiny.sqlclient.SqlConnection;
import org.hibernate.reactive.pool.impl.SqlClientConnection;

/** The client's own connection behind a session, for code that has not left the old way yet; goes with it. */
final class OldConnection {

    private static final java.lang.reflect.Field CONNECTION = field();

    private OldConnection() {}

    static SqlConnection of(SqlClientConnection connection) {
        try {
            return SqlConnection.newInstance((io.vertx.sqlclient.SqlConnection) CONNECTION.get(connection));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static java.lang.reflect.Field field() {
        try {
            var field = SqlClientConnection.class.getDeclaredField("connection");
            field.setAccessible(true);
            return field;
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
    }
}
