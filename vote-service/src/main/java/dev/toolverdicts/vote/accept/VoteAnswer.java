package dev.toolverdicts.vote.accept;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.toolverdicts.vote.role.OnRole;
import dev.toolverdicts.vote.role.Role;
import dev.toolverdicts.vote.voter.Choice;
import dev.toolverdicts.vote.voter.Receipt;
import dev.toolverdicts.vote.voter.Receipts;
import dev.toolverdicts.vote.voter.RecentVotes;
import dev.toolverdicts.vote.voter.Voter;
import dev.toolverdicts.vote.voter.VoterCookie;
import org.springframework.http.HttpCookie;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/// What a voter gets for a vote that is durable: the receipt, and cookies by which the vote shows at once. Never
/// blocks.
@Component
@OnRole(Role.ACCEPT)
final class VoteAnswer {

    private final VoterCookie voters;
    private final Receipts receipts;
    private final RecentVotes recent;

    VoteAnswer(VoterCookie voters, Receipts receipts, RecentVotes recent) {
        this.voters = voters;
        this.receipts = receipts;
        this.recent = recent;
    }

    /// Sets the cookies that show the vote at once, wherever the next read goes.
    String remember(MultiValueMap<String, HttpCookie> cookies, Voter voter, Receipt receipt, HttpHeaders headers) {
        String text = receipts.write(receipt, voter.id());
        voters.write(voter, headers);
        recent.add(cookies, text, headers);
        return text;
    }

    /// The same, and the answer as JSON.
    byte[] json(MultiValueMap<String, HttpCookie> cookies, Voter voter, Receipt receipt, HttpHeaders headers) {
        String text = remember(cookies, voter, receipt, headers);
        // Neither part can hold anything that JSON escapes.
        String body = receipt.choice() == Choice.NONE
                ? "{\"choice\":null,\"receipt\":\"" + text + "\"}"
                : "{\"choice\":\"" + receipt.choice() + "\",\"receipt\":\"" + text + "\"}";
        headers.set(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON_VALUE);
        headers.set(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length()));
        headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
        return body.getBytes(US_ASCII);
    }
}
