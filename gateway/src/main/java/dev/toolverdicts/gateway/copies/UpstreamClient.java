package dev.toolverdicts.gateway.copies;

import io.netty.channel.ChannelOption;
import org.springframework.cloud.gateway.config.HttpClientCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The connections to backends.
@Configuration(proxyBeanMethods = false)
class UpstreamClient {

    @Bean
    HttpClientCustomizer upstreamConnections(CopiesSettings settings) {
        int connectTimeout = (int) settings.connectTimeout().toMillis();
        return client -> client
                // Here and not as the framework's property, which copies the client's configuration for every request.
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, connectTimeout)
                // It would send any request again on a broken connection, also one that must not be: CopyFilter
                // decides.
                .disableRetry(true);
    }
}
