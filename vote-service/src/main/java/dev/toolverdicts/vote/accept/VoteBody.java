package dev.toolverdicts.vote.accept;

import dev.toolverdicts.vote.voter.Choice;
import dev.toolverdicts.vote.web.InvalidInput;
import dev.toolverdicts.vote.web.MalformedJson;
import dev.toolverdicts.vote.web.UnsupportedBody;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// Reads `{"choice": "ship"}` by hand: the one body of the busiest path needs no binding.
final class VoteBody {

    private static final JsonFactory JSON = new JsonFactory();
    private static final int LONGEST = 64 * 1024;

    private VoteBody() {}

    static Mono<Choice> read(ServerHttpRequest request) {
        MediaType type = request.getHeaders().getContentType();
        if (type == null || !MediaType.APPLICATION_JSON.includes(type)) {
            return Mono.error(new UnsupportedBody(MediaType.APPLICATION_JSON));
        }
        return DataBufferUtils.join(request.getBody(), LONGEST)
                .map(body -> parse(bytes(body)))
                .switchIfEmpty(Mono.error(MalformedJson::new));
    }

    private static byte[] bytes(DataBuffer body) {
        byte[] bytes = new byte[body.readableByteCount()];
        body.read(bytes);
        DataBufferUtils.release(body);
        return bytes;
    }

    static Choice parse(byte[] body) {
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), body)) {
            JsonToken first = json.nextToken();
            if (first == null) {
                throw new MalformedJson();
            }
            if (first != JsonToken.START_OBJECT) {
                throw new InvalidInput("", "must be a JSON object");
            }
            Choice choice = choice(json);
            if (json.nextToken() != null) {
                throw new MalformedJson();
            }
            if (choice == null) {
                throw new InvalidInput("/choice", "is missing");
            }
            return choice;
        } catch (JacksonException e) {
            throw new MalformedJson();
        }
    }

    private static @Nullable Choice choice(JsonParser json) {
        Choice choice = null;
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            boolean wanted = "choice".equals(json.currentName());
            JsonToken value = json.nextToken();
            if (!wanted) {
                json.skipChildren();
            } else if (choice != null) {
                throw new MalformedJson();
            } else if (value != JsonToken.VALUE_STRING) {
                throw new InvalidInput("/choice", "must be a string");
            } else {
                choice = Choice.of(json.getString())
                        .filter(it -> it != Choice.NONE)
                        .orElseThrow(() -> new InvalidInput("/choice", "must be ship or skip"));
            }
        }
        return choice;
    }
}
