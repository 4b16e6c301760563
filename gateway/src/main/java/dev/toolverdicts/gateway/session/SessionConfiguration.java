package dev.toolverdicts.gateway.session;

import dev.toolverdicts.gateway.problem.SiteSettings;
import dev.toolverdicts.platform.secrets.SecretFiles;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.RestClientRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;
import tools.jackson.databind.json.JsonMapper;

/// All of it only where there is a provider.
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("gateway.provider.issuer")
class SessionConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Blocking blocking() {
        return new Blocking();
    }

    @Bean
    Seal seal(SessionSettings settings, SecretFiles files) {
        return new Seal(files.watch(settings.keyFiles(), Seal::keys));
    }

    @Bean
    SessionCookies sessionCookies(SiteSettings site, Seal seal, JsonMapper json, Clock clock) {
        return new SessionCookies(site, seal, json, clock);
    }

    @Bean
    Provider provider(ProviderSettings settings, SecretFiles files, SiteSettings site) {
        ClientHttpRequestFactory requests = requests(settings.timeout());
        RestClient tokens = tokens(requests);
        var codes = new RestClientAuthorizationCodeTokenResponseClient();
        codes.setRestClient(tokens);
        var refreshes = new RestClientRefreshTokenTokenResponseClient();
        refreshes.setRestClient(tokens);
        var secret = files.watch(List.of(settings.clientSecretFile()), List::getFirst);
        return new Provider(settings, secret, site.publicUrl(), new RestTemplate(requests), codes, refreshes);
    }

    @Bean
    SessionSchema sessionSchema(DataSource store) {
        return new SessionSchema(store);
    }

    @Bean
    Sessions sessions(
            SessionSettings settings,
            DataSource store,
            SessionSchema schema,
            PlatformTransactionManager transactions,
            Seal seal,
            Provider provider,
            JsonMapper json,
            Clock clock) {
        return new Sessions(
                settings,
                schema,
                new SessionRepository(JdbcClient.create(store)),
                new TransactionTemplate(transactions),
                seal,
                provider,
                json,
                clock);
    }

    @Bean
    SessionFilter sessionFilter(
            Sessions sessions, SessionCookies cookies, Blocking blocking, SessionSettings settings, SiteSettings site) {
        return new SessionFilter(sessions, cookies, blocking, new StoreOutage(System::nanoTime), settings, site);
    }

    @Bean
    Pages pages(SiteSettings site, DeskSettings desk) {
        return new Pages(site, desk);
    }

    @Bean
    Desk desk(Pages pages) {
        return new Desk(pages);
    }

    @Bean
    ServiceRefusals serviceRefusals(Pages pages, JsonMapper json) {
        return new ServiceRefusals(pages, json);
    }

    @Bean
    SessionHeaders sessionHeaders() {
        return new SessionHeaders();
    }

    @Bean
    RouterFunction<ServerResponse> signInRoutes(
            Provider provider,
            Sessions sessions,
            SessionCookies cookies,
            SessionSettings settings,
            Pages pages,
            Blocking blocking,
            Clock clock) {
        return SessionRoutes.of(new SignInHandler(provider, sessions, cookies, settings, pages, blocking, clock));
    }

    /// That does not wait for ever, as Spring Security's own do.
    private static ClientHttpRequestFactory requests(Duration timeout) {
        var requests = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(timeout).build());
        requests.setReadTimeout(timeout);
        return requests;
    }

    private static RestClient tokens(ClientHttpRequestFactory requests) {
        return RestClient.builder()
                .requestFactory(requests)
                .configureMessageConverters(converters -> converters
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build();
    }
}
