package dev.toolverdicts.catalog.site;

import static java.util.Objects.requireNonNull;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.sun.net.httpserver.HttpServer;
import dev.toolverdicts.catalog.alternative.OpenedPairs;
import dev.toolverdicts.catalog.badge.BadgeUses;
import dev.toolverdicts.catalog.leaderboard.Leaderboards;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import tools.jackson.databind.json.JsonMapper;

/// The whole site over fixed data, with a vote service that answers as a test tells it to.
final class Site implements AutoCloseable {

    private final HttpServer votes;
    private final MockMvc mvc;
    private final OwnVoteClient client;
    final AtomicInteger asked = new AtomicInteger();
    volatile int voteStatus = 200;
    volatile Duration voteDelay = Duration.ZERO;
    volatile String voteAnswer = """
            {"votes": {"mistral-3b": {"choice": null, "counted": false},
                       "llama-4-scout-fine-tuning-toolkit": {"choice": null, "counted": false}},
             "formToken": "signed-token"}
            """;
    volatile DatasetIndex datasets = DatasetIndex.of(true, List.of());
    volatile @Nullable String seenCookie;
    volatile @Nullable String seenTrace;
    volatile @Nullable String seenQuestion;

    Site(FixedPages pages) {
        this(pages, Duration.ofSeconds(20), Samples.CLOCK);
    }

    Site(FixedPages pages, Duration voteTimeout, Clock clock) {
        votes = voteService();
        PageSettings settings = new PageSettings(URI.create("https://verdicts.example"));
        JsonMapper json = JsonMapper.builder().build();
        URI address = URI.create("http://127.0.0.1:" + votes.getAddress().getPort());
        client = new OwnVoteClient(new VoteQueryProperties(address, voteTimeout, Duration.ofSeconds(1)), json, clock);
        Ballots ballots = new Ballots(client);
        StructuredData structured = new StructuredData(json, settings);
        OperatorSettings operator = new OperatorSettings(
                "Sample <operator>", "1 Sample Street, Sampletown", "desk@verdicts.example", "Sample law");
        Leaderboards boards = pages == null ? new FixedBoards() : pages.boards;
        mvc = MockMvcBuilders.standaloneSetup(
                        new HomePageController(pages, settings, ballots),
                        new ToolPageController(pages, settings, ballots, structured, clock),
                        new ComparePageController(pages, settings, ballots, structured, new OpenedPairs()),
                        new CompareIndexController(pages, settings, ballots),
                        new CompareAddController(pages, settings),
                        new CompareExportController(pages, settings),
                        new CategoryPageController(pages, settings, ballots),
                        new SearchPageController(pages, settings, ballots),
                        new AlternativesPageController(pages, settings, ballots),
                        new LeaderboardPageController(boards, pages, settings, ballots),
                        new PanelPageController(pages, settings, ballots, clock),
                        new OperatorPageController(settings, operator),
                        new DeveloperPageController(pages, settings),
                        new DatasetPageController(() -> datasets, settings, json),
                        new ToolMarkdownController(pages, settings),
                        new BadgeController(pages, new BadgeUses()),
                        new ShareImageController(pages, new ShareImages()),
                        new FeedController(pages, settings, json, clock),
                        new DocumentController(pages, boards, settings, clock))
                .setControllerAdvice(new SiteAdvice(new Assets(), settings))
                .setViewResolvers(views())
                .build();
    }

    private static ThymeleafViewResolver views() {
        ClassLoaderTemplateResolver templates = new ClassLoaderTemplateResolver();
        templates.setPrefix("templates/");
        templates.setSuffix(".html");
        templates.setTemplateMode(TemplateMode.HTML);
        templates.setCharacterEncoding("UTF-8");
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(templates);
        ThymeleafViewResolver views = new ThymeleafViewResolver();
        views.setTemplateEngine(engine);
        views.setCharacterEncoding("UTF-8");
        TemplateConfiguration configuration = new TemplateConfiguration();
        configuration.alwaysHtml(views);
        configuration.completeOnly(views);
        return views;
    }

    private HttpServer voteService() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/api/v1/votes", exchange -> {
                asked.incrementAndGet();
                seenCookie = exchange.getRequestHeaders().getFirst("Cookie");
                seenTrace = exchange.getRequestHeaders().getFirst("traceparent");
                seenQuestion = exchange.getRequestURI().getQuery();
                LockSupport.parkNanos(voteDelay.toNanos());
                byte[] body = voteAnswer.getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().add("Set-Cookie", "voter=fresh; Path=/; HttpOnly");
                exchange.sendResponseHeaders(voteStatus, body.length);
                exchange.getResponseBody().write(body);
                exchange.close();
            });
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// As somebody who was never here.
    MockHttpServletResponse openAnew(String address) throws Exception {
        return mvc.perform(get(URI.create(address))).andReturn().getResponse();
    }

    MockHttpServletResponse open(String address) throws Exception {
        return mvc.perform(get(URI.create(address)).header("Cookie", "voter=known"))
                .andReturn()
                .getResponse();
    }

    /// What of a page's model is kept for an outage in the place of its visitor's own.
    Map<?, ?> kept(String address) throws Exception {
        Map<String, Object> model = requireNonNull(
                        mvc.perform(get(URI.create(address)).header("Cookie", "voter=known"))
                                .andReturn()
                                .getModelAndView())
                .getModel();
        return model.values().stream()
                .filter(Supplier.class::isInstance)
                .map(strangers -> (Map<?, ?>) ((Supplier<?>) strangers).get())
                .findFirst()
                .orElseThrow();
    }

    /// The page's HTML; entities for quotes are kept as they stand.
    String html(String address) throws Exception {
        return open(address).getContentAsString(StandardCharsets.UTF_8);
    }

    void startUp() {
        new OwnVoteWarmUp(client).run(new DefaultApplicationArguments());
    }

    void voteServiceGoesDown() {
        votes.stop(0);
    }

    @Override
    public void close() {
        votes.stop(0);
    }
}
