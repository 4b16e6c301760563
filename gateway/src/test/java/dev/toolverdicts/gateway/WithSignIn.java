package dev.toolverdicts.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.toolverdicts.platform.test.TestInfrastructure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// A gateway where people sign in, with a provider and a store.
abstract class WithSignIn extends ThroughTheGateway {

    static final IdentityServer PROVIDER = new IdentityServer();
    static final Map<String, String> SETTINGS = settings(TestInfrastructure.freshDatabase());
    static final String DESK = "/desk/newsletter";

    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"formToken\" value=\"([^\"]+)\"");

    @Autowired
    JdbcClient store;

    private static Map<String, String> settings(String store) {
        var settings = new LinkedHashMap<String, String>();
        settings.put("gateway.provider.issuer", PROVIDER.issuer());
        settings.put("gateway.provider.client-secret-file", file(IdentityServer.SECRET));
        settings.put("gateway.session.key-files", file(Base64.getEncoder().encodeToString(new byte[32])));
        settings.put("spring.datasource.url", store);
        settings.put("spring.datasource.username", "postgres");
        settings.put("spring.datasource.password", "postgres");
        return settings;
    }

    static String file(String content) {
        try {
            Path file = Files.createTempFile("secret", "");
            file.toFile().deleteOnExit();
            return Files.writeString(file, content + "\n", UTF_8).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @DynamicPropertySource
    static void signIn(DynamicPropertyRegistry registry) {
        SETTINGS.forEach((name, value) -> registry.add(name, () -> value));
    }

    @BeforeEach
    void theProviderBehaves() {
        PROVIDER.reset();
    }

    /// The session's cookie of somebody who has just signed in.
    String signedIn(String... headers) {
        HttpResponse<String> back = callback(begin(headers), headers);
        assertThat(back.statusCode()).as(back.body()).isEqualTo(303);
        return cookie(back, "session");
    }

    /// Returns the answer that sends the browser to the provider.
    HttpResponse<String> begin(String... headers) {
        HttpResponse<String> begun = get("/desk/sign-in?to=" + DESK, headers);
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(302);
        return begun;
    }

    /// The provider's answer, brought back by the browser that began.
    HttpResponse<String> callback(HttpResponse<String> begun, String... headers) {
        String cookies = cookie(begun, "sign-in");
        for (int i = 0; i < headers.length; i += 2) {
            cookies = headers[i].equals("Cookie") ? cookies + "; " + headers[i + 1] : cookies;
        }
        return get(wayBack(begun), "Cookie", cookies);
    }

    /// What the provider answers to the browser: path and query of this site.
    String wayBack(HttpResponse<String> begun) {
        try {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(URI.create(header(begun, "Location")))
                            .build(),
                    BodyHandlers.ofString());
            URI back = URI.create(header(answer, "Location"));
            return back.getRawPath() + "?" + back.getRawQuery();
        } catch (IOException failure) {
            throw new AssertionError("no answer", failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", stopped);
        }
    }

    /// `name=value` as a browser sends it.
    static String cookie(HttpResponse<?> answer, String name) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(set -> set.startsWith(name + "=") && !set.startsWith(name + "=;"))
                .map(set -> set.split(";", 2)[0])
                .findFirst()
                .orElseThrow(() -> new AssertionError("no cookie " + name + " in " + answer.headers()));
    }

    /// Whether a service was told who is asking.
    boolean counts(String cookie) {
        NEWSLETTER.reset();
        HttpResponse<String> answer = get(DESK, "Cookie", cookie);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return NEWSLETTER.asked().getFirst().headers().contains("Authorization");
    }

    HttpResponse<String> write(String path, String cookie, String... headers) {
        String[] all = new String[headers.length + 2];
        all[0] = "Cookie";
        all[1] = cookie;
        System.arraycopy(headers, 0, all, 2, headers.length);
        return ask("POST", path, BodyPublishers.noBody(), all);
    }

    String formToken(String cookie) {
        Matcher found = FORM_TOKEN.matcher(get("/desk", "Cookie", cookie).body());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    HttpResponse<String> signOut(String cookie, String token) {
        return ask(
                "POST",
                "/desk/sign-out",
                BodyPublishers.ofString("formToken=" + token),
                "Cookie",
                cookie,
                "Content-Type",
                "application/x-www-form-urlencoded",
                "Sec-Fetch-Site",
                "same-origin");
    }
}
