package tls.gateway;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.io.File;
import javax.net.ssl.SSLException;

public class Gateway {
    public SslContext context(File chain, File key) throws SSLException {
        return SslContextBuilder.forServer(chain, key)
                .protocols("TLSv1.2", "TLSv1.3")
                .sessionTimeout(300)
                .build();
    }
}
