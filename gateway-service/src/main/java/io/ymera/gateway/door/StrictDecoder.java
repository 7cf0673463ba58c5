package io.ymera.gateway.door;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http2.Http2ConnectionHandler;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.impl.VertxHttpRequestDecoder;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads HTTP/1.1 as Netty does, but refuses what another server on the way may read differently: two framings at once, transfer codings
 * other than chunked, chunk sizes that overflow or have something beside them, lines that go on in the next one, headers without a name,
 * other versions. Whoever can make two
 * servers disagree on where a request ends can smuggle another one past the first (RFC 9112, section 11.2).
 */
final class StrictDecoder extends VertxHttpRequestDecoder {

    private static final Set<String> VERSIONS = Set.of("HTTP/1.1", "HTTP/1.0");
    private static final String NAME = "httpDecoder";

    private @Nullable ChunkFraming chunks;
    /** The request line has been read, and the head has not ended. */
    private boolean inHeaders;

    private boolean inBody;
    private boolean broken;

    private StrictDecoder(HttpServerOptions options) {
        super(options);
    }

    /**
     * Puts one in the place of the usual decoder of a connection, before anything has come; HTTP/2 has none. Closes a connection that is
     * put together in a way that we do not know, and throws: it would be read less strictly.
     */
    static void install(Channel connection, HttpServerOptions options) {
        ChannelPipeline pipeline = connection.pipeline();
        if (pipeline.get(NAME) != null) {
            pipeline.replace(NAME, NAME, new StrictDecoder(options));
        } else if (pipeline.get(Http2ConnectionHandler.class) == null) {
            String found = pipeline.names().toString();
            connection.close();
            throw new IllegalStateException("There is no decoder %s in %s".formatted(NAME, found));
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
            buffer.skipBytes(buffer.readableBytes());
            LastHttpContent end = new DefaultLastHttpContent();
            end.setDecoderResult(DecoderResult.failure(new IllegalArgumentException("No proper chunk")));
            out.add(end);
            return;
        }
        if (!inBody && hasFoldedLine(buffer)) {
            buffer.skipBytes(buffer.readableBytes());
            HttpMessage folded = createInvalidMessage();
            refuse(folded, "A line that goes on in the next one");
            out.add(folded);
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

    /** Whether a line of the head that has come so far begins with a space (RFC 9112, section 5.2). Lines are read as wholes. */
    private boolean hasFoldedLine(ByteBuf buffer) {
        int end = buffer.writerIndex();
        int line = buffer.readerIndex();
        while (!inHeaders && line < end && isLineEnd(buffer.getByte(line))) {
            // Empty lines may come before a request
            line++;
        }
        boolean first = !inHeaders;
        while (line < end && !isLineEnd(buffer.getByte(line))) {
            if (!first && isSpace(buffer.getByte(line))) {
                return true;
            }
            first = false;
            int feed = buffer.indexOf(line, end, (byte) '\n');
            line = feed < 0 ? end : feed + 1;
        }
        return false;
    }

    private static boolean isLineEnd(byte found) {
        return found == '\r' || found == '\n';
    }

    private static boolean isSpace(byte found) {
        return found == ' ' || found == '\t';
    }

    private void look(Object part) {
        if (part instanceof LastHttpContent) {
            chunks = null;
            inBody = false;
        } else if (part instanceof HttpRequest request
                && request.decoderResult().isSuccess()) {
            inHeaders = false;
            inBody = true;
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

    private void refuse(HttpMessage request, String why) {
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
        inHeaders = true;
        return super.createMessage(requestLine);
    }
}
