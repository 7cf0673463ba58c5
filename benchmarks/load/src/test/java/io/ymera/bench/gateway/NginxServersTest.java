package io.ymera.bench.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NginxServersTest {

    @Test
    void the_service_answers_200_bytes() {
        assertThat(NginxServers.ANSWER).hasSize(200);
        assertThat(NginxServers.service(1, 2)).contains("return 200 '" + NginxServers.ANSWER + "'");
    }

    @Test
    void connections_are_kept_unless_nginxs_defaults_are_asked_for() {
        assertThat(NginxServers.proxy(1, 2, true)).contains("keepalive 64", "proxy_http_version 1.1");
        assertThat(NginxServers.proxy(1, 2, false)).doesNotContain("keepalive", "proxy_http_version");
    }
}
