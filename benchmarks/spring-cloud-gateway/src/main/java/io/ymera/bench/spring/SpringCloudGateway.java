package io.ymera.bench.spring;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Spring Cloud Gateway as it comes, with the one route of application.yaml. */
@SpringBootApplication
public class SpringCloudGateway {

    public static void main(String[] arguments) {
        SpringApplication.run(SpringCloudGateway.class, arguments);
    }
}
