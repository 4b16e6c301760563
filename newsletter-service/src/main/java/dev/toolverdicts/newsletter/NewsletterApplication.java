package dev.toolverdicts.newsletter;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

@SpringBootApplication
@ConfigurationPropertiesScan
class NewsletterApplication {

    static void main(String[] args) {
        SpringApplication.run(NewsletterApplication.class, args);
    }
}
