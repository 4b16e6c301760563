package dev.toolverdicts.newsletter.dispatch;

import dev.toolverdicts.newsletter.issue.MoveService;
import dev.toolverdicts.newsletter.mail.ReturnPath;
import dev.toolverdicts.newsletter.mail.SmtpSettings;
import dev.toolverdicts.platform.messaging.Ids;
import dev.toolverdicts.platform.web.SiteSettings;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DispatchConfiguration {

    private static final Logger log = LoggerFactory.getLogger(DispatchConfiguration.class);

    /// Without links there is no way out of the list, and so nothing is sent.
    @Bean
    Dispatcher dispatcher(
            DeliveryRepository ledger,
            MoveService moves,
            SmtpReplies replies,
            SendRates rates,
            SmtpSettings smtp,
            DispatchSettings settings,
            ObjectProvider<RecipientLinks> links,
            ReturnPath returnPath,
            SiteSettings site,
            Ids ids,
            Clock clock) {
        RecipientLinks own = links.getIfAvailable();
        if (own == null) {
            log.warn("event=dispatch_off cause=no_unsubscribe_links");
            return new Dispatcher(smtp, List.of());
        }
        String host = Optional.ofNullable(site.publicUrl().getHost()).orElse("localhost");
        var letters = new LetterWriter(smtp, own, returnPath, host);
        return new Dispatcher(
                smtp,
                Stream.generate(() -> ids.next().toString())
                        .limit(settings.sessions())
                        .map(name -> new DispatchWorker(name, ledger, moves, letters, replies, rates, settings, clock))
                        .toList());
    }
}
