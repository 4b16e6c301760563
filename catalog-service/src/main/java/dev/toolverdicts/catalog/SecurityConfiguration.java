package dev.toolverdicts.catalog;

import static org.springframework.security.config.Customizer.withDefaults;

import dev.toolverdicts.catalog.web.Problem;
import dev.toolverdicts.catalog.web.ProblemWriter;
import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.RequestRejectedHandler;

@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    @Bean
    SecurityFilterChain access(HttpSecurity http, Refusals refusals) {
        return http.csrf(AbstractHttpConfigurer::disable) // tokens travel in a header, never in a cookie
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(SecurityConfiguration::rules)
                .oauth2ResourceServer(server -> server.jwt(withDefaults())
                        .authenticationEntryPoint(refusals)
                        .accessDeniedHandler(refusals))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .build();
    }

    private static void rules(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry registry) {
        registry.dispatcherTypeMatchers(DispatcherType.ERROR).permitAll();
        for (AccessRule rule : AccessRule.TABLE) {
            registry.requestMatchers(rule.endpoint()).access(rule.access());
        }
        registry.anyRequest().denyAll();
    }

    @Bean
    RequestRejectedHandler requestRejectedHandler(ProblemWriter problems) {
        return (request, response, rejected) ->
                problems.write(request, response, Problem.of(HttpStatus.BAD_REQUEST, "The request is malformed."));
    }
}
