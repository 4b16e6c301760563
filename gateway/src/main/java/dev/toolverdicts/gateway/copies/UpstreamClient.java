package dev.toolverdicts.gateway.copies;

import io.netty.channel.ChannelOption;
import org.springframework.cloud.gateway.config.HttpClientCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientRequest;

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
                .disableRetry(true)
                .doOnRequest((request, _) -> sayNothingOfOurselves(request));
    }

    /// The client names itself where the visitor's program names nothing, and services would
    /// take it for theirs.
    private static void sayNothingOfOurselves(HttpClientRequest request) {
        if (HttpClient.USER_AGENT.equals(request.requestHeaders().get(HttpHeaders.USER_AGENT))) {
            request.requestHeaders().remove(HttpHeaders.USER_AGENT);
        }
    }
}
