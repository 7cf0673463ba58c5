package io.ymera.gateway.door;

import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * Lets in one request of an HTTP/1.1 connection at a time, however many a client sends without waiting for answers (pipelining): the next
 * when the answer to the last has been written. Vert.x would keep any number, and answer them one within the other until its stack
 * is full. Whoever sends too much ahead is hung up on. In a WebSocket, pings of a client that does not read what it is sent are not
 * answered: nobody would read that either.
 */
final class OneAtATime extends ChannelDuplexHandler {

    private static final String DECODER = "httpDecoder";
    private static final String LAST = "handler";
    private static final int MOST_HELD = 128;
    private static final int MOST_HELD_BYTES = 256 * 1024;

    /** What has come for later. */
    private final Queue<Object> held = new ArrayDeque<>();

    private int heldBytes;
    /** A request has been let in, and it has not both been heard to its end and been answered. */
    private boolean underWay;

    private boolean heard;
    private boolean answered;
    private boolean upgraded;

    private OneAtATime() {}

    /** Watches {@code connection}, before anything has come; HTTP/2 has limits of its own. */
    static void install(Channel connection) {
        ChannelPipeline pipeline = connection.pipeline();
        if (pipeline.get(DECODER) != null) {
            pipeline.addBefore(LAST, OneAtATime.class.getName(), new OneAtATime());
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (upgraded) {
            passUnlessIdle(context, message);
        } else if (held.isEmpty() && !mustWait(message)) {
            letIn(context, message);
        } else {
            hold(context, message);
        }
    }

    private static void passUnlessIdle(ChannelHandlerContext context, Object message) {
        if (message instanceof PingWebSocketFrame && !context.channel().isWritable()) {
            ReferenceCountUtil.release(message);
        } else {
            context.fireChannelRead(message);
        }
    }

    private boolean mustWait(Object message) {
        return underWay && message instanceof HttpRequest;
    }

    private void letIn(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest) {
            underWay = true;
            heard = false;
            answered = false;
        }
        heard |= message instanceof LastHttpContent
                || message instanceof HttpMessage head && head.decoderResult().isFailure();
        context.fireChannelRead(message);
        goOn(context);
    }

    private void hold(ChannelHandlerContext context, Object message) {
        held.add(message);
        heldBytes += bytes(message);
        if (held.size() > MOST_HELD || heldBytes > MOST_HELD_BYTES) {
            context.close();
        }
    }

    private static int bytes(Object message) {
        return message instanceof HttpContent content ? content.content().readableBytes() : 0;
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        ChannelPromise written = promise;
        if (!upgraded && message instanceof LastHttpContent) {
            int status =
                    message instanceof HttpResponse response ? response.status().code() : 200;
            upgraded = status == 101;
            if (status >= 200) {
                written = promise.unvoid();
                written.addListener(done -> {
                    answered = true;
                    goOn(context);
                });
            }
        }
        context.write(message, written);
    }

    /** Not within the last answer, but when all of that is over. */
    private void goOn(ChannelHandlerContext context) {
        if (underWay && heard && answered) {
            underWay = false;
            if (!held.isEmpty()) {
                context.executor().execute(() -> release(context));
            }
        }
    }

    private void release(ChannelHandlerContext context) {
        while (!held.isEmpty() && !mustWait(held.element())) {
            Object message = held.remove();
            heldBytes -=
                    message instanceof HttpContent content ? content.content().readableBytes() : 0;
            letIn(context, message);
        }
        context.fireChannelReadComplete();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        held.forEach(ReferenceCountUtil::release);
        held.clear();
        context.fireChannelInactive();
    }
}
