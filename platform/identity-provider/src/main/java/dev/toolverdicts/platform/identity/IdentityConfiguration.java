package dev.toolverdicts.platform.identity;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import dev.toolverdicts.platform.secrets.SecretFiles;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.oidc.OidcProviderConfiguration;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;

@Configuration(proxyBeanMethods = false)
class IdentityConfiguration {

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    SecurityFilterChain protocol(HttpSecurity http, IdentitySettings settings) {
        var server = new OAuth2AuthorizationServerConfigurer();
        return http.securityMatcher(server.getEndpointsMatcher())
                .with(
                        server,
                        parts -> parts.oidc(oidc -> oidc.providerConfigurationEndpoint(
                                        endpoint -> endpoint.providerConfigurationCustomizer(
                                                metadata -> forBrowsers(metadata, settings.address()))))
                                .authorizationEndpoint(
                                        endpoint -> endpoint.authorizationRequestConverter(new OwnScopes(settings))))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint("/login")))
                .build();
    }

    /// In Compose a browser cannot go where the gateway asks for tokens.
    private static void forBrowsers(OidcProviderConfiguration.Builder metadata, URI address) {
        metadata.authorizationEndpoint(address + "/oauth2/authorize").endSessionEndpoint(address + "/connect/logout");
    }

    @Bean
    SecurityFilterChain people(HttpSecurity http) {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .formLogin(form -> form.withObjectPostProcessor(refusals()))
                .build();
    }

    /// Set by the form itself it would take away the framework's page for a wrong password.
    private static ObjectPostProcessor<UsernamePasswordAuthenticationFilter> refusals() {
        return new ObjectPostProcessor<>() {
            @Override
            public <F extends UsernamePasswordAuthenticationFilter> F postProcess(F filter) {
                filter.setAuthenticationFailureHandler(new Refusals());
                return filter;
            }
        };
    }

    @Bean
    WrongPasswords wrongPasswords() {
        return new WrongPasswords(InstantSource.system());
    }

    @Bean
    AuthenticationProvider signIn(IdentitySettings settings, PasswordEncoder secrets, WrongPasswords wrong) {
        var passwords = new DaoAuthenticationProvider(new InMemoryUserDetailsManager(settings.people().stream()
                .map(person -> User.withUsername(person.name())
                        .password(Secrets.kept(settings.password()))
                        .build())
                .toList()));
        passwords.setPasswordEncoder(secrets);
        return new PatientSignIn(passwords, wrong);
    }

    /// For people and for the client.
    @Bean
    PasswordEncoder secrets(IdentitySettings settings, SecretFiles files) {
        Path file = settings.clientSecretFile();
        List<String> only = file == null ? settings.onlyClientSecret() : List.of();
        return new Secrets(file == null ? () -> only : files.watch(List.of(file), lines -> lines));
    }

    @Bean
    JWKSource<SecurityContext> signingKeys(IdentitySettings settings, SecretFiles files) {
        Supplier<JWKSet> keys = SigningKey.of(settings.keyFile(), files);
        return (selector, _) -> selector.select(keys.get());
    }

    /// Of several keys the first signs; by itself it would refuse to choose.
    @Bean
    JwtEncoder jwtEncoder(JWKSource<SecurityContext> signingKeys) {
        var encoder = new NimbusJwtEncoder(signingKeys);
        encoder.setJwkSelector(List::getFirst);
        return encoder;
    }

    /// As the services read them; the same as in tokens that are printed by `./start token`.
    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> claims(IdentitySettings settings) {
        return context -> {
            var claims = context.getClaims();
            Authentication person = Objects.requireNonNull(context.getPrincipal());
            String name = person.getName();
            claims.claim("preferred_username", name)
                    .claim("email", name + "@" + settings.mailDomain())
                    .claim("email_verified", true);
            if (OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
                claims.audience(List.of(settings.audience()))
                        .claim("scope", String.join(" ", context.getAuthorizedScopes()));
                settings.person(name).ifPresent(known -> known.claims().forEach(claims::claim));
            }
        };
    }
}
