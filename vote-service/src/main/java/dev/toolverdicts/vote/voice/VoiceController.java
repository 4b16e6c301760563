package dev.toolverdicts.vote.voice;

import dev.toolverdicts.vote.knowntool.KnownTools;
import dev.toolverdicts.vote.voter.FormToken;
import dev.toolverdicts.vote.voter.RecentVotes;
import dev.toolverdicts.vote.voter.Voter;
import dev.toolverdicts.vote.voter.VoterAnswers;
import dev.toolverdicts.vote.voter.VoterCookie;
import dev.toolverdicts.vote.web.CrossSiteRequest;
import dev.toolverdicts.vote.web.JsonBody;
import org.jspecify.annotations.Nullable;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/// `GET`, `PUT` and `DELETE /api/v1/tools/{slug}/vote/reason`: from which point of view the visitor
/// has voted, and one line why. 200 once it is stored.
final class VoiceController {

    /// @param formToken for the form of a page without scripts
    record Answer(
            @Nullable VoterRole role,
            @Nullable String reason,
            @Nullable ReasonState reasonState,
            String formToken) {}

    private final KnownTools tools;
    private final OwnVoices own;
    private final VoterCookie voters;
    private final RecentVotes recent;
    private final FormToken tokens;
    private final VoterAnswers answers;

    VoiceController(
            KnownTools tools,
            OwnVoices own,
            VoterCookie voters,
            RecentVotes recent,
            FormToken tokens,
            VoterAnswers answers) {
        this.tools = tools;
        this.own = own;
        this.voters = voters;
        this.recent = recent;
        this.tokens = tokens;
        this.answers = answers;
    }

    Mono<ServerResponse> own(ServerRequest request) {
        Voter voter = voters.readOrIssue(request.cookies());
        return tools.resolve(request.pathVariable("slug"))
                .flatMap(tool -> own.find(
                        voter.id(),
                        tool.toolId(),
                        recent.read(request.cookies(), voter.id()).get(tool.toolId())))
                .flatMap(voice -> answer(voter, voice));
    }

    Mono<ServerResponse> say(ServerRequest request) {
        CrossSiteRequest.refuse(request.headers().asHttpHeaders());
        Voter voter = voters.readOrIssue(request.cookies());
        return JsonBody.read(request)
                .map(VoiceBody::read)
                .flatMap(said -> store(request, voter, said))
                .flatMap(voice -> answer(voter, voice));
    }

    Mono<ServerResponse> takeBack(ServerRequest request) {
        CrossSiteRequest.refuse(request.headers().asHttpHeaders());
        Voter voter = voters.readOrIssue(request.cookies());
        return store(request, voter, Said.NOTHING).flatMap(voice -> answer(voter, voice));
    }

    /// The page's form does the same by another way in.
    Mono<OwnVoice> store(ServerRequest request, Voter voter, Said said) {
        return tools.resolve(request.pathVariable("slug"))
                .flatMap(tool -> own.give(
                        voter.id(),
                        tool.toolId(),
                        said,
                        recent.read(request.cookies(), voter.id()).get(tool.toolId())));
    }

    private Mono<ServerResponse> answer(Voter voter, OwnVoice voice) {
        return answers.json(
                voter, new Answer(voice.role(), voice.reason(), voice.reasonState(), tokens.of(voter.id())));
    }
}
