package dev.toolverdicts.vote.email;

import static org.springframework.web.reactive.function.server.RequestPredicates.methods;
import static org.springframework.web.reactive.function.server.RequestPredicates.path;
import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import dev.toolverdicts.vote.role.OnRole;
import dev.toolverdicts.vote.role.Role;
import dev.toolverdicts.vote.turn.TurnRepository;
import dev.toolverdicts.vote.voter.FormToken;
import dev.toolverdicts.vote.voter.Networks;
import dev.toolverdicts.vote.voter.VoterCookie;
import dev.toolverdicts.vote.voter.VoterKeys;
import dev.toolverdicts.vote.web.ContactSettings;
import dev.toolverdicts.vote.web.OperatorSettings;
import dev.toolverdicts.vote.web.SiteSettings;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

@Configuration(proxyBeanMethods = false)
@OnRole(Role.QUERY)
class EmailConfiguration {

    private static final String LETTERS = "email-letter";

    @Bean(destroyMethod = "dispose")
    Scheduler emailScheduler() {
        return Schedulers.newBoundedElastic(1, 200, "email");
    }

    @Bean
    EmailService emailService(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            VoterKeys keys,
            EmailSettings settings,
            Clock clock) {
        return new EmailService(
                new ProofRepository(jdbc),
                new VerifiedAddressRepository(jdbc),
                new TurnRepository(jdbc, "verified"),
                new TransactionTemplate(transactions),
                new AddressHash(keys),
                keys.sealedText(LETTERS),
                settings,
                clock);
    }

    @Bean
    Vouching vouching(
            EmailService service, VoterCookie cookies, EmailSettings settings, Scheduler emailScheduler, Clock clock) {
        return new Vouching(service, cookies, settings.vouched(), emailScheduler, clock);
    }

    @Bean
    EmailSection emailSection(
            EmailService service,
            FormToken tokens,
            ObjectProvider<JavaMailSender> sender,
            Scheduler emailScheduler,
            Clock clock) {
        return new EmailSection(service, tokens, sender.getIfAvailable() != null, emailScheduler, clock);
    }

    @Bean
    RouterFunction<ServerResponse> emailRoutes(
            EmailService service,
            VoterCookie voters,
            FormToken tokens,
            Networks networks,
            Scheduler emailScheduler,
            Clock clock) {
        var email = new EmailController(service, voters, tokens, networks, emailScheduler, clock);
        return route().POST("/my-votes/email", email::ask)
                .POST("/my-votes/email/forget", email::forget)
                .route(methods(HttpMethod.GET, HttpMethod.HEAD).and(path("/my-votes/verify")), email::open)
                .POST("/my-votes/verify", email::verify)
                .build();
    }

    @Bean
    MailWatch mailWatch(
            JdbcClient jdbc,
            VoterKeys keys,
            ObjectProvider<JavaMailSender> sender,
            ContactSettings contact,
            SiteSettings site,
            OperatorSettings operator,
            EmailSettings settings,
            Clock clock) {
        JavaMailSender configured = sender.getIfAvailable();
        return new MailWatch(
                configured == null
                        ? null
                        : new Mailer(
                                new ProofRepository(jdbc),
                                new VerifiedAddressRepository(jdbc),
                                keys.sealedText(LETTERS),
                                configured,
                                contact.address(),
                                site.publicUrl(),
                                operator.postalAddress(),
                                clock),
                settings.mailEvery());
    }
}
