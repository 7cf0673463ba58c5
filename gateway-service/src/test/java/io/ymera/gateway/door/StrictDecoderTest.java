package io.ymera.gateway.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.vertx.core.http.HttpServerOptions;
import org.junit.jupiter.api.Test;

/** What it refuses is shown by attacks on the running door. */
class StrictDecoderTest {

    @Test
    void takesThePlaceOfTheUsualOne() {
        EmbeddedChannel connection = new EmbeddedChannel();
        connection.pipeline().addLast("httpDecoder", new HttpRequestDecoder());

        StrictDecoder.install(connection, new HttpServerOptions());

        assertThat(connection.pipeline().get("httpDecoder")).isInstanceOf(StrictDecoder.class);
    }

    @Test
    void aConnectionOfAnotherMakeIsClosed() {
        EmbeddedChannel connection = new EmbeddedChannel();
        connection.pipeline().addLast("renamed", new HttpRequestDecoder());

        assertThatIllegalStateException()
                .isThrownBy(() -> StrictDecoder.install(connection, new HttpServerOptions()))
                .withMessageContaining("renamed");

        assertThat(connection.isOpen()).isFalse();
    }
}
