package dev.toolverdicts.system.containers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolverdicts.system.Visitor;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Somebody who signs in without a browser: goes where one would be led, and fills in what one
/// would show.
final class Person {

    private final String identity;
    private final String name;
    private final String password;
    private final Visitor site;
    private final Visitor provider;
    private String session = "";

    /// @param identity where the provider is said to be
    /// @param door the gateway to sign in at
    Person(String identity, String door, String name, String password) {
        this.identity = identity;
        this.name = name;
        this.password = password;
        this.site = new Visitor(door).with("Accept", "text/html").with("Sec-Fetch-Site", "same-origin");
        this.provider = new Visitor(identity).with("Accept", "text/html");
    }

    void signIn() {
        HttpResponse<String> begun = site.get("/desk/sign-in");
        assertThat(location(begun)).as(begun.body()).startsWith(identity + "/");
        assertThat(location(provider.get(path(begun)))).endsWith("/login");
        HttpResponse<String> known = provider.submit(
                "/login",
                Map.of(
                        "username",
                        name,
                        "password",
                        password,
                        "_csrf",
                        field(provider.get("/login").body(), "_csrf")));
        HttpResponse<String> back = provider.get(path(known));
        assertThat(location(back)).contains("/desk/sign-in/callback?code=");
        HttpResponse<String> done = site.get(path(back));
        assertThat(done.statusCode()).as(done.body()).isEqualTo(303);
        session = Objects.requireNonNull(site.cookies().get("session"));
        assertThat(site.get("/desk").body()).contains("Signed in as", name);
    }

    /// As a program that has the session's cookie of before.
    Visitor at(String door) {
        return new Visitor(door).with("Cookie", "session=" + session);
    }

    void signOut() {
        String formToken = field(site.get("/desk").body(), "formToken");
        HttpResponse<String> out = site.submit("/desk/sign-out", Map.of("formToken", formToken));
        assertThat(out.statusCode()).isEqualTo(200);
        assertThat(site.cookies()).doesNotContainKey("session");
        String next = out.headers().firstValue("Refresh").orElse("").replaceFirst("^0;url=", "");
        assertThat(next).startsWith(identity + "/");
        assertThat(location(provider.get(pathOf(next)))).endsWith("/desk");
    }

    private static String field(String page, String name) {
        Matcher found =
                Pattern.compile("name=\"" + name + "\"[^>]*value=\"([^\"]+)\"").matcher(page);
        assertThat(found.find()).as(page).isTrue();
        return found.group(1);
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    private static String path(HttpResponse<String> answer) {
        return pathOf(location(answer));
    }

    private static String pathOf(String address) {
        URI uri = URI.create(address);
        return uri.getRawPath() + "?" + uri.getRawQuery();
    }
}
