package io.ymera.bench.gateway;

/** Configurations of nginx, each as people write them who want it to be fast. */
final class NginxServers {

    /** What the service answers, 200 bytes. */
    static final String ANSWER = "{\"items\":[],\"padding\":\"%s\"}".formatted("x".repeat(200 - 25));

    private NginxServers() {}

    /** The service; what a gateway wants to know of auth-service it gets from the stand-in. */
    static String service(int port, int standIn) {
        return """
                server {
                    listen 127.0.0.1:%d;
                    location / {
                        return 200 '%s';
                    }
                    location = /.well-known/jwks.json {
                        proxy_pass http://127.0.0.1:%d;
                    }
                    location = /auth/revocations {
                        proxy_pass http://127.0.0.1:%d;
                    }
                }
                """.formatted(port, ANSWER, standIn, standIn);
    }

    /** Looks at no more than whether there is a token. */
    static String tokenCheck(int port) {
        return """
                server {
                    listen 127.0.0.1:%d;
                    location / {
                        if ($http_authorization = "") {
                            return 401;
                        }
                        return 204;
                    }
                }
                """.formatted(port);
    }

    /** @param keepAlive whether a connection to the service serves more than one request; by default it serves one */
    static String proxy(int port, int service, boolean keepAlive) {
        return upstream("service", service, keepAlive) + """
                server {
                    listen 127.0.0.1:%d;
                %s
                    location / {
                        proxy_pass http://service;
                    }
                }
                """.formatted(port, connections(keepAlive));
    }

    /** Asks the token check before each request. */
    static String proxyWithAuthRequest(int port, int service, int tokenCheck, boolean keepAlive) {
        return upstream("service", service, keepAlive)
                + upstream("token_check", tokenCheck, keepAlive)
                + """
                server {
                    listen 127.0.0.1:%d;
                %s
                    location / {
                        auth_request /token-check;
                        proxy_pass http://service;
                    }
                    location = /token-check {
                        internal;
                        proxy_pass http://token_check;
                        proxy_pass_request_body off;
                        proxy_set_header Content-Length "";
                %s
                    }
                }
                """.formatted(port, connections(keepAlive), connections(keepAlive));
    }

    /** What a location sets is not inherited by it any more, so it stands in each. */
    private static String connections(boolean keepAlive) {
        return keepAlive ? "proxy_http_version 1.1; proxy_set_header Connection \"\";" : "";
    }

    private static String upstream(String name, int port, boolean keepAlive) {
        return """
                upstream %s {
                    server 127.0.0.1:%d;
                %s
                }
                """.formatted(
                name, port, keepAlive ? "keepalive 64; keepalive_requests 1000000000; keepalive_timeout 1h;" : "");
    }
}
