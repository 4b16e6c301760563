package dev.toolverdicts.gateway.copies;

import org.springframework.cloud.gateway.config.HttpClientCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The connections to backends.
@Configuration(proxyBeanMethods = false)
class UpstreamClient {

    /// The client would send any request again on a broken connection, also one that must not be repeated: `CopyFilter`
    /// decides.
    @Bean
    HttpClientCustomizer withoutItsOwnRetry() {
        return client -> client.disableRetry(true);
    }
}
