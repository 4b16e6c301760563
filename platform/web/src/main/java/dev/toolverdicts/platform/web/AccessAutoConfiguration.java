package dev.toolverdicts.platform.web;

import static org.springframework.security.config.Customizer.withDefaults;

import jakarta.servlet.DispatcherType;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/// Deny by default: [AccessRules] say who may call what, bearer tokens say who is calling.
@AutoConfiguration(
        beforeName = {
            "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration",
            "org.springframework.boot.security.oauth2.server.resource.autoconfigure.web"
                    + ".OAuth2ResourceServerWebSecurityAutoConfiguration"
        })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
public class AccessAutoConfiguration {

    @Bean
    Refusals refusals(AccessRules rules, ProblemWriter problems) {
        return new Refusals(rules, problems);
    }

    @Bean
    SecurityFilterChain accessFilters(HttpSecurity http, AccessRules rules, Refusals refusals) {
        return http.csrf(AbstractHttpConfigurer::disable) // tokens travel in a header; no cookie authorises anything
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(registry -> {
                    registry.dispatcherTypeMatchers(DispatcherType.ERROR).permitAll();
                    for (AccessRule rule : rules.rules()) {
                        registry.requestMatchers(rule.endpoint()).access(rule.access());
                    }
                    registry.anyRequest().denyAll();
                })
                .oauth2ResourceServer(server -> server.jwt(withDefaults())
                        .authenticationEntryPoint(refusals)
                        .accessDeniedHandler(refusals))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .build();
    }

    /// A request is measured and traced as a whole; each of the filters here by itself would cost more than
    /// what it does.
    @Bean
    SecurityObservationSettings unmeasuredFilters() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    RequestRejectedHandler requestRejectedHandler(ProblemWriter problems) {
        return (request, response, rejected) ->
                problems.write(request, response, Problem.of(HttpStatus.BAD_REQUEST, "The request is malformed."));
    }

    /// An endpoint without a rule would answer 404 to everybody; nobody would know why.
    @Bean
    SmartInitializingSingleton everyEndpointHasARule(
            AccessRules rules, ObjectProvider<RequestMappingInfoHandlerMapping> mappings) {
        return () -> {
            List<String> unnamed = rules.unnamed(mappings.stream().toList());
            if (!unnamed.isEmpty()) {
                throw new IllegalStateException("No access rule names " + unnamed + "; add one for each.");
            }
        };
    }
}
