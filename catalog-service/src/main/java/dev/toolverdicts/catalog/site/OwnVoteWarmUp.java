package dev.toolverdicts.catalog.site;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/// The first call of all takes longer than a page waits for its votes. This is that call, made before the service says
/// that it is ready.
@Component
class OwnVoteWarmUp implements ApplicationRunner {

    private final OwnVoteClient votes;

    OwnVoteWarmUp(OwnVoteClient votes) {
        this.votes = votes;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        votes.warmUp();
    }
}
