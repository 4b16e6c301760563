package dev.toolverdicts.newsletter.defence;

import dev.toolverdicts.newsletter.link.LinkKeys;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/// Counts requests that cause a mail. The same for forms and API: the only difference is
/// whether work was done.
@Component
public class Defence {

    private static final String PURPOSE = "rate";

    private final RequestRateRepository rates;
    private final ProofOfWork proof;
    private final LinkKeys keys;
    private final DefenceSettings settings;
    private final Clock clock;

    Defence(RequestRateRepository rates, ProofOfWork proof, LinkKeys keys, DefenceSettings settings, Clock clock) {
        this.rates = rates;
        this.proof = proof;
        this.keys = keys;
        this.settings = settings;
        this.clock = clock;
    }

    /// Counts a request of the network. Work that is not good counts as none: a page that lay open too
    /// long still works.
    ///
    /// @throws TooManySignups when that was one too many
    public void admit(Client client, Work work) {
        Instant now = clock.instant();
        boolean worked = proof.spend(work, now);
        Rate rate = worked ? settings.networkWithWork() : settings.network();
        Allowance allowance = take(worked ? "network-with-work" : "network", client.network(), rate, now);
        if (!allowance.granted()) {
            throw new TooManySignups("from your network", allowance);
        }
        rates.forget(now);
    }

    /// Counts a request for an address. Take this in the transaction of the request, last: the domain's
    /// row is one that many wait for.
    ///
    /// @param mailbox the address in the one form that stands for all its spellings
    /// @return whether a mail may go there; what the caller answers must not tell
    /// @throws TooManySignups when too many ask for addresses of this domain
    public boolean mayMail(String mailbox) {
        Instant now = clock.instant();
        boolean address = take("address", mailbox, settings.address(), now).granted();
        Allowance domain = take("domain", mailbox.substring(mailbox.lastIndexOf('@') + 1), settings.domain(), now);
        if (!domain.granted()) {
            throw new TooManySignups("for addresses of this domain", domain);
        }
        return address;
    }

    private Allowance take(String kind, String subject, Rate rate, Instant now) {
        return rates.take(kind, keys.seal(PURPOSE, kind + "\n" + subject), rate, now);
    }
}
