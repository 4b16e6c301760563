package dev.toolverdicts.vote.voice;

import static org.springframework.web.reactive.function.server.RequestPredicates.methods;
import static org.springframework.web.reactive.function.server.RequestPredicates.path;
import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import dev.toolverdicts.platform.messaging.Outbox;
import dev.toolverdicts.vote.knowntool.KnownTools;
import dev.toolverdicts.vote.ranking.RankingSettings;
import dev.toolverdicts.vote.role.OnRole;
import dev.toolverdicts.vote.role.Role;
import dev.toolverdicts.vote.voter.FormToken;
import dev.toolverdicts.vote.voter.RecentVotes;
import dev.toolverdicts.vote.voter.VoterAnswers;
import dev.toolverdicts.vote.voter.VoterCookie;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
@OnRole({Role.COUNT, Role.QUERY})
class VoiceConfiguration {

    @Bean
    Voices voices(JdbcClient jdbc, JsonMapper json, PlatformTransactionManager transactions, Clock clock) {
        return new Voices(
                new VoiceRepository(jdbc),
                new ToolVoiceRepository(jdbc, json),
                new VoiceQueries(jdbc),
                new TransactionTemplate(transactions),
                clock);
    }

    /// Also where nobody sums up: the outbox's auditor must know what its database has published.
    @Bean
    VoiceSums voiceSums(
            JdbcClient jdbc,
            JsonMapper json,
            VoiceSettings settings,
            RankingSettings ranking,
            Outbox outbox,
            PlatformTransactionManager transactions) {
        return new VoiceSums(
                new ToolVoiceRepository(jdbc, json),
                new VoiceRepository(jdbc),
                new VoiceQueries(jdbc),
                settings,
                ranking,
                outbox,
                new TransactionTemplate(transactions));
    }

    @Configuration(proxyBeanMethods = false)
    @EnableScheduling
    @OnRole(Role.COUNT)
    static class Summing {

        @Bean
        VoiceRefresh voiceRefresh(VoiceSums sums, VoiceSettings settings, Clock clock) {
            return new VoiceRefresh(sums, settings, clock);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @OnRole(Role.QUERY)
    static class Asking {

        /// Few say something: they wait for each other rather than for the database's other users.
        @Bean(destroyMethod = "dispose")
        Scheduler voiceScheduler() {
            return Schedulers.newBoundedElastic(2, 500, "voices");
        }

        @Bean
        OwnVoices ownVoices(Voices voices, JdbcClient jdbc, Scheduler voiceScheduler) {
            return new OwnVoices(voices, new VoiceQueries(jdbc), voiceScheduler);
        }

        @Bean
        RouterFunction<ServerResponse> voiceRoutes(
                KnownTools tools,
                OwnVoices own,
                VoterCookie voters,
                RecentVotes recent,
                FormToken tokens,
                VoterAnswers answers) {
            String address = "/api/v1/tools/{slug}/vote/reason";
            var voices = new VoiceController(tools, own, voters, recent, tokens, answers);
            var form = new VoiceFormController(voices, answers);
            return route().route(methods(HttpMethod.GET, HttpMethod.HEAD).and(path(address)), voices::own)
                    .PUT(address, voices::say)
                    .DELETE(address, voices::takeBack)
                    .POST("/tool/{slug}/vote/reason", form::submit)
                    .build();
        }
    }
}
