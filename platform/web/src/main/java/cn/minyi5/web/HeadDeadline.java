package cn.minyi5.web;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.AttributeKey;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Closes a connection on which the head of a request does not come to its end, however little of it comes at a time.
 * Every timeout of Vert.x is for silence alone, and nobody is handed a connection before its first request: so the first
 * request of all, which is the service's own ({@link HttpRehearsal}), leads to the socket that listens, and from then on
 * each connection is watched from its beginning.
 */
final class HeadDeadline extends ChannelInboundHandlerAdapter {

    private static final AttributeKey<Boolean> WATCHED = AttributeKey.valueOf(HeadDeadline.class, "watched");

    private final Duration longest;
    private final AtomicInteger underWay = new AtomicInteger();
    private @Nullable Future<?> deadline;

    private HeadDeadline(Duration longest) {
        this.longest = longest;
    }

    /** On the event loop of the connection. */
    static void headCame(RoutingContext call, Duration longest) {
        var channel = ((ConnectionBase) call.request().connection()).channel();
        var watch = channel.pipeline().get(HeadDeadline.class);
        if (watch == null) {
            watchConnectionsTo(channel.parent(), longest);
        } else {
            watch.headCame();
            call.addEndHandler(answered -> watch.underWay.decrementAndGet());
        }
    }

    private static void watchConnectionsTo(Channel server, Duration longest) {
        if (server.attr(WATCHED).setIfAbsent(true) == null) {
            server.pipeline().addFirst(new ChannelInboundHandlerAdapter() {
                @Override
                public void channelRead(ChannelHandlerContext context, Object connection) {
                    ((Channel) connection).pipeline().addFirst(new HeadDeadline(longest));
                    context.fireChannelRead(connection);
                }
            });
        }
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        begin(context);
        context.fireChannelActive();
    }

    /** What comes while nothing is under way belongs to the next head. */
    @Override
    public void channelRead(ChannelHandlerContext context, Object bytes) {
        if (underWay.get() == 0 && deadline == null) {
            begin(context);
        }
        context.fireChannelRead(bytes);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        end();
        context.fireChannelInactive();
    }

    private void headCame() {
        underWay.incrementAndGet();
        end();
    }

    private void begin(ChannelHandlerContext context) {
        deadline = context.executor().schedule(() -> context.close(), longest.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void end() {
        if (deadline != null) {
            deadline.cancel(false);
            deadline = null;
        }
    }
}
