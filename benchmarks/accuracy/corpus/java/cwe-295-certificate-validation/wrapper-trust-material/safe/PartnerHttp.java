package com.reinsure.exchange.http;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.SSLConnectionSocketFactoryBuilder;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.ssl.SSLContextBuilder;
import org.apache.hc.core5.util.Timeout;

public final class PartnerHttp implements AutoCloseable {

    private final CloseableHttpClient client;

    public PartnerHttp(Path trustStore) throws GeneralSecurityException, IOException {
        client = HttpClients.custom()
            .setDefaultRequestConfig(RequestConfig.custom().setResponseTimeout(Timeout.ofSeconds(20)).build())
            .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                .setSSLSocketFactory(SSLConnectionSocketFactoryBuilder.create()
                    .setSslContext(context(trustStore))
                    .build())
                .build())
            .build();
    }

    private static SSLContext context(Path trustStore) throws GeneralSecurityException, IOException {
        char[] password = System.getenv("EXCHANGE_TRUST_PASSWORD").toCharArray();
        return SSLContextBuilder.create()
            .loadTrustMaterial(trustStore, password, (chain, authType) -> false)
            .setProtocol("TLS")
            .build();
    }

    public String treaties(int year) throws IOException {
        HttpGet get = new HttpGet("https://treaties.partner.example/v1/treaties?year=" + year);
        return client.execute(get, response -> EntityUtils.toString(response.getEntity()));
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
