package iot.readings;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

@Component
class SensorHandler {
    private final DatabaseClient client;

    SensorHandler(DatabaseClient client) {
        this.client = client;
    }

    Mono<ServerResponse> latest(ServerRequest request) {
        return Mono.justOrEmpty(request.queryParam("sensor"))
                .map(sensor -> "SELECT value FROM reading WHERE sensor = '%s' LIMIT 1".formatted(sensor))
                .flatMap(sql -> client.sql(sql)
                        .map(row -> row.get("value", Double.class))
                        .one())
                .flatMap(value -> ServerResponse.ok().bodyValue(value))
                .switchIfEmpty(ServerResponse.notFound().build());
    }
}
