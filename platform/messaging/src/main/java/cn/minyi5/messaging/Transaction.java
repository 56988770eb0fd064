package cn.minyi5.messaging;

import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One database transaction and the moment it decides by. The moment is the database's and was read after the
 * transaction got its number, so that the relay's watermark can vouch for it (ADR 0003).
 */
public record Transaction(SqlConnection connection, Instant now, @Nullable String traceparent) {}
