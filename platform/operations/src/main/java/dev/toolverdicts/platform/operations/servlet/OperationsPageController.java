package dev.toolverdicts.platform.operations.servlet;

import static dev.toolverdicts.platform.operations.servlet.DeskAnswer.operator;

import dev.toolverdicts.platform.operations.OperationsDesk;
import dev.toolverdicts.platform.operations.OperationsPages;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The desk's pages. They know an operator by the token in `Authorization`; signing in with a browser
/// is the gateway's business.
@RestController
@Hidden
@RequestMapping("/desk/operations/${operations.service}")
class OperationsPageController {

    private final OperationsPages pages;
    private final OperationsDesk desk;

    OperationsPageController(OperationsPages pages, OperationsDesk desk) {
        this.pages = pages;
        this.desk = desk;
    }

    @GetMapping
    ResponseEntity<String> overview(@AuthenticationPrincipal Jwt token) {
        return DeskAnswer.of(pages.overview(operator(token)));
    }

    @GetMapping("/dead-letters")
    ResponseEntity<String> deadLetters(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String consumer,
            @RequestParam(required = false) @Nullable String topic,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor,
            @AuthenticationPrincipal Jwt token) {
        return DeskAnswer.of(
                pages.deadLetters(new OperationsDesk.Query(state, consumer, topic, limit, cursor), operator(token)));
    }

    @GetMapping("/dead-letters/{id}")
    ResponseEntity<String> deadLetter(@PathVariable String id, @AuthenticationPrincipal Jwt token) {
        return DeskAnswer.of(pages.deadLetter(id, operator(token)));
    }

    @GetMapping("/dead-letters/{id}/value")
    ResponseEntity<byte[]> value(@PathVariable String id) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .body(desk.value(id));
    }

    @GetMapping("/audit")
    ResponseEntity<String> audit(
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return DeskAnswer.of(pages.audit(limit, cursor));
    }

    @PostMapping(path = "/dead-letters/{id}/replay", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<String> replay(
            @PathVariable String id, @RequestParam Map<String, String> form, @AuthenticationPrincipal Jwt token) {
        return DeskAnswer.of(pages.replay(id, form, operator(token)));
    }

    @PostMapping(path = "/dead-letters/{id}/drop", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<String> drop(
            @PathVariable String id, @RequestParam Map<String, String> form, @AuthenticationPrincipal Jwt token) {
        return DeskAnswer.of(pages.drop(id, form, operator(token)));
    }

    @PostMapping(path = "/dead-letters/{id}/note", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<String> note(
            @PathVariable String id, @RequestParam Map<String, String> form, @AuthenticationPrincipal Jwt token) {
        return DeskAnswer.of(pages.note(id, form, operator(token)));
    }

    @PostMapping(path = "/dead-letters/replay", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<String> replayAll(@RequestParam Map<String, String> form, @AuthenticationPrincipal Jwt token) {
        return DeskAnswer.of(pages.replayAll(form, operator(token)));
    }

    @PostMapping(path = "/dead-letters/drop", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<String> dropTicked(@RequestParam Map<String, String> form, @AuthenticationPrincipal Jwt token) {
        return DeskAnswer.of(pages.dropTicked(form, operator(token)));
    }

    @PostMapping(path = "/switches/{name}", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<String> set(
            @PathVariable String name, @RequestParam Map<String, String> form, @AuthenticationPrincipal Jwt token) {
        return DeskAnswer.of(pages.set(name, form, operator(token)));
    }

    @PostMapping(path = "/rebuilds/{projection}", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<String> rebuild(
            @PathVariable String projection,
            @RequestParam Map<String, String> form,
            @AuthenticationPrincipal Jwt token) {
        return DeskAnswer.of(pages.rebuild(projection, form, operator(token)));
    }

    @PostMapping(path = "/rebuilds/{projection}/abandon", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<String> abandon(
            @PathVariable String projection,
            @RequestParam Map<String, String> form,
            @AuthenticationPrincipal Jwt token) {
        return DeskAnswer.of(pages.abandon(projection, form, operator(token)));
    }
}
