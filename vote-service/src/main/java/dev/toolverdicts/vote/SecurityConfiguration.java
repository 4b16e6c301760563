package dev.toolverdicts.vote;

import static org.springframework.security.config.Customizer.withDefaults;

import dev.toolverdicts.vote.web.Problem;
import dev.toolverdicts.vote.web.ProblemWriter;
import java.net.MalformedURLException;
import java.net.URI;
import java.util.Objects;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;

@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
class SecurityConfiguration {

    /// Only what is needed here: every further filter is paid for by each vote.
    @Bean
    SecurityWebFilterChain access(ServerHttpSecurity http, Refusals refusals) {
        return http.csrf(ServerHttpSecurity.CsrfSpec::disable) // JSON bodies, form tokens and Sec-Fetch-Site instead
                .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                .requestCache(ServerHttpSecurity.RequestCacheSpec::disable)
                .anonymous(ServerHttpSecurity.AnonymousSpec::disable)
                .headers(ServerHttpSecurity.HeaderSpec::disable) // handlers set their own; the gateway adds the site's
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .authorizeExchange(rules -> rules.anyExchange().access(new AccessRules()))
                .oauth2ResourceServer(server -> server.jwt(withDefaults())
                        .authenticationEntryPoint(refusals)
                        .accessDeniedHandler(refusals))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .build();
    }

    @Bean
    ReactiveJwtDecoder accessTokens(OAuth2ResourceServerProperties settings) throws MalformedURLException {
        OAuth2ResourceServerProperties.Jwt jwt = settings.getJwt();
        return new TokenDecoder(
                URI.create(Objects.requireNonNull(jwt.getJwkSetUri(), "jwk-set-uri"))
                        .toURL(),
                Objects.requireNonNull(jwt.getIssuerUri(), "issuer-uri"),
                jwt.getAudiences(),
                TokenDecoder.KEYS_LAST);
    }

    @Bean
    ServerExchangeRejectedHandler malformedRequests(ProblemWriter problems) {
        return (exchange, _) -> problems.write(
                exchange, Problem.of(HttpStatus.BAD_REQUEST, "The request is malformed."), new HttpHeaders());
    }

    @Bean
    SecurityObservationSettings noSecurityObservations() {
        return SecurityObservationSettings.noObservations();
    }
}
