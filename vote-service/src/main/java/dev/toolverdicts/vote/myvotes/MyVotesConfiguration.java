package dev.toolverdicts.vote.myvotes;

import static org.springframework.web.reactive.function.server.RequestPredicates.methods;
import static org.springframework.web.reactive.function.server.RequestPredicates.path;
import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import dev.toolverdicts.platform.messaging.Ids;
import dev.toolverdicts.platform.messaging.OperationAudit;
import dev.toolverdicts.vote.accept.Withdrawals;
import dev.toolverdicts.vote.counted.VoteLogEnd;
import dev.toolverdicts.vote.duel.Duels;
import dev.toolverdicts.vote.email.EmailSection;
import dev.toolverdicts.vote.email.Vouching;
import dev.toolverdicts.vote.knowntool.KnownTools;
import dev.toolverdicts.vote.role.OnRole;
import dev.toolverdicts.vote.role.Role;
import dev.toolverdicts.vote.ruling.Rulings;
import dev.toolverdicts.vote.voice.Voices;
import dev.toolverdicts.vote.voter.FormToken;
import dev.toolverdicts.vote.voter.Receipts;
import dev.toolverdicts.vote.voter.RecentVotes;
import dev.toolverdicts.vote.voter.VoterCookie;
import dev.toolverdicts.vote.web.ContactSettings;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.reactive.function.server.RequestPredicate;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

@Configuration(proxyBeanMethods = false)
@EnableScheduling
@OnRole(Role.QUERY)
class MyVotesConfiguration {

    /// Few look at their own page: they wait for each other rather than for the database's other users.
    @Bean(destroyMethod = "dispose")
    Scheduler myVotesScheduler() {
        return Schedulers.newBoundedElastic(2, 200, "my-votes");
    }

    @Bean
    MyVotes myVotes(JdbcClient jdbc, KnownTools tools, Scheduler myVotesScheduler) {
        return new MyVotes(new MyVoteQueries(jdbc), tools, myVotesScheduler);
    }

    @Bean
    MyDuels myDuels(Duels duels, KnownTools tools, Scheduler myVotesScheduler) {
        return new MyDuels(duels, tools, myVotesScheduler);
    }

    @Bean
    MyVoices myVoices(Voices voices, KnownTools tools, Scheduler myVotesScheduler) {
        return new MyVoices(voices, tools, myVotesScheduler);
    }

    @Bean
    DeletionList deletionList(DeletionSettings settings, Ids ids) {
        return new DeletionList(settings.folder(), ids);
    }

    @Bean
    RestoredDeletions restoredDeletions(DeletionList list, VoteDeletion deletion) {
        return new RestoredDeletions(list, deletion);
    }

    @Bean
    DeletionsEndpoint deletionsEndpoint(RestoredDeletions deletions, OperationAudit audit) {
        return new DeletionsEndpoint(deletions, audit);
    }

    @Bean
    VoteDeletion voteDeletion(
            MyVotes votes,
            Duels duels,
            Voices voices,
            JdbcClient jdbc,
            ConsumerFactory<String, byte[]> consumers,
            Withdrawals withdrawals,
            Rulings rulings,
            DeletionList deletionList,
            PlatformTransactionManager transactions,
            Scheduler myVotesScheduler,
            Clock clock) {
        var counting = new Counting(new VoteLogEnd(consumers, jdbc), myVotesScheduler);
        return new VoteDeletion(
                votes,
                duels,
                voices,
                counting,
                withdrawals,
                rulings,
                new DeletionRepository(jdbc),
                deletionList,
                new TransactionTemplate(transactions),
                myVotesScheduler,
                clock);
    }

    @Bean
    LateDeletions lateDeletions(
            JdbcClient jdbc, Rulings rulings, PlatformTransactionManager transactions, Clock clock) {
        return new LateDeletions(new DeletionRepository(jdbc), rulings, new TransactionTemplate(transactions), clock);
    }

    @Bean
    MyVotesController myVotesController(
            MyVotes votes,
            MyDuels duels,
            MyVoices voices,
            VoteDeletion deletion,
            KnownTools tools,
            VoterCookie voters,
            Receipts receipts,
            RecentVotes recent,
            Clock clock) {
        return new MyVotesController(
                votes,
                duels,
                voices,
                deletion,
                new Exports(votes, duels, voices, tools, clock),
                voters,
                receipts,
                recent);
    }

    @Bean
    RouterFunction<ServerResponse> myVotesRoutes(
            MyVotesController votes,
            VoterCookie voters,
            FormToken tokens,
            EmailSection email,
            Vouching vouching,
            ContactSettings contact) {
        var pages =
                new MyVotesPageController(votes, new MyVotesPage(contact.address()), voters, tokens, email, vouching);
        return route().route(read("/api/v1/my-votes"), votes::list)
                .route(read("/api/v1/my-votes/export"), votes::export)
                .DELETE("/api/v1/my-votes", votes::delete)
                .route(read("/my-votes"), pages::list)
                .route(read("/my-votes/delete"), pages::confirm)
                .POST("/my-votes/delete", pages::delete)
                .build();
    }

    private static RequestPredicate read(String pattern) {
        return methods(HttpMethod.GET, HttpMethod.HEAD).and(path(pattern));
    }
}
