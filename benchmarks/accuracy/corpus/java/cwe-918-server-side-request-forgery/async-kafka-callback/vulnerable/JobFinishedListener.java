package se.renderfarm.jobs;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;
import org.springframework.data.repository.reactive.ReactiveCrudRepository;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

@Component
class JobFinishedListener {

  private static final Logger log = LoggerFactory.getLogger(JobFinishedListener.class);

  private final WebClient web;
  private final TenantRepository tenants;

  JobFinishedListener(WebClient.Builder builder, TenantRepository tenants) {
    this.web = builder.build();
    this.tenants = tenants;
  }

  /** The event is the customer's job description, extended by the renderer with frames and state. */
  @KafkaListener(topics = "jobs.finished")
  void onFinished(JobFinished event) {
    tenants.findById(event.tenantId())
        .flatMap(tenant -> notifyCustomer(event.callbackUrl(), event))
        .timeout(Duration.ofSeconds(20))
        .subscribe(
            v -> { },
            e -> log.warn("callback for job {} failed", event.jobId()));
  }

  private Mono<Void> notifyCustomer(String url, JobFinished event) {
    return web.post()
        .uri(URI.create(url))
        .bodyValue(Map.of("job", event.jobId(), "frames", event.frames()))
        .retrieve()
        .bodyToMono(Void.class)
        .retryWhen(Retry.backoff(2, Duration.ofMillis(300)));
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record JobFinished(UUID jobId, UUID tenantId, int frames, String callbackUrl) {
  }

  /** Maintained by the sales desk when a contract is signed. */
  @Table("tenant")
  record Tenant(@Id UUID id, String name, String hookUrl) {
  }

  interface TenantRepository extends ReactiveCrudRepository<Tenant, UUID> {
  }
}
