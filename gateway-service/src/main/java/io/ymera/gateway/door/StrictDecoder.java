package io.ymera.gateway.door;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.impl.VertxHttpRequestDecoder;
import io.vertx.core.net.impl.ConnectionBase;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads HTTP/1.1 as Netty does, but refuses what another server on the way may read differently: two framings at once, transfer codings
 * other than chunked, chunk sizes that overflow or have something beside them, headers without a name, other versions. Whoever can make two
 * servers disagree on where a request ends can smuggle another one past the first (RFC 9112, section 11.2).
 */
final class StrictDecoder extends VertxHttpRequestDecoder {

    private static final Set<String> VERSIONS = Set.of("HTTP/1.1", "HTTP/1.0");
    private static final String NAME = "httpDecoder";

    private @Nullable ChunkFraming chunks;
    private boolean broken;

    private StrictDecoder(HttpServerOptions options) {
        super(options);
    }

    /** Puts one in the place of the usual decoder of {@code connection}, before anything has come; HTTP/2 has none. */
    static void install(HttpConnection connection, HttpServerOptions options) {
        ChannelPipeline pipeline = ((ConnectionBase) connection).channel().pipeline();
        if (pipeline.get(NAME) != null) {
            pipeline.replace(NAME, NAME, new StrictDecoder(options));
        }
    }

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf buffer, List<Object> out) throws Exception {
        if (broken) {
            buffer.skipBytes(buffer.readableBytes());
            return;
        }
        if (chunks != null && !chunks.accept(buffer)) {
            broken = true;
            LastHttpContent end = new DefaultLastHttpContent();
            end.setDecoderResult(DecoderResult.failure(new IllegalArgumentException("No proper chunk")));
            out.add(end);
            return;
        }
        int before = buffer.readerIndex();
        int known = out.size();
        super.decode(context, buffer, out);
        if (chunks != null) {
            chunks.consumed(buffer.readerIndex() - before);
        }
        for (int i = known; i < out.size(); i++) {
            look(out.get(i));
        }
    }

    private void look(Object part) {
        if (part instanceof LastHttpContent) {
            chunks = null;
        } else if (part instanceof HttpRequest request
                && request.decoderResult().isSuccess()) {
            chunks = null;
            HttpHeaders headers = request.headers();
            if (headers.contains("")) {
                refuse(request, "A header has no name");
            } else if (headers.contains(HttpHeaderNames.TRANSFER_ENCODING)) {
                List<String> codings = headers.getAll(HttpHeaderNames.TRANSFER_ENCODING);
                if (codings.size() == 1 && codings.getFirst().equalsIgnoreCase("chunked")) {
                    chunks = new ChunkFraming();
                } else {
                    refuse(request, "A transfer coding other than chunked");
                }
            }
        }
    }

    private void refuse(HttpRequest request, String why) {
        broken = true;
        request.setDecoderResult(DecoderResult.failure(new IllegalArgumentException(why)));
    }

    @Override
    protected void handleTransferEncodingChunkedWithContentLength(HttpMessage message) {
        throw new IllegalArgumentException("Both a length and chunks");
    }

    @Override
    protected HttpMessage createMessage(String[] requestLine) {
        if (!VERSIONS.contains(requestLine[2])) {
            throw new IllegalArgumentException("Another version of HTTP");
        }
        return super.createMessage(requestLine);
    }
}
