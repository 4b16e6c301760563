package dev.toolverdicts.newsletter.dispatch;

import dev.toolverdicts.newsletter.issue.MoveService;
import dev.toolverdicts.newsletter.mail.ReturnPath;
import dev.toolverdicts.newsletter.mail.SmtpReplies;
import dev.toolverdicts.newsletter.mail.SmtpSettings;
import dev.toolverdicts.platform.messaging.Ids;
import dev.toolverdicts.platform.web.SiteSettings;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DispatchConfiguration {

    @Bean
    Dispatcher dispatcher(
            EditionQueries editions,
            DeliveryRepository ledger,
            LeaseRepository leases,
            MoveService moves,
            SmtpReplies replies,
            SendRates rates,
            SmtpSettings smtp,
            DispatchSettings settings,
            RecipientLinks links,
            ReturnPath returnPath,
            SiteSettings site,
            Ids ids,
            Clock clock) {
        String host = Optional.ofNullable(site.publicUrl().getHost()).orElse("localhost");
        var letters = new LetterWriter(smtp, links, returnPath, host);
        var patience = new Patience(settings.lease());
        return new Dispatcher(
                smtp,
                Stream.generate(() -> ids.next().toString())
                        .limit(settings.sessions())
                        .map(name -> new ClaimedRows(name, ledger, leases, patience, settings, clock))
                        .map(rows ->
                                new DispatchWorker(editions, rows, moves::endIfDone, letters, replies, rates, clock))
                        .toList());
    }
}
