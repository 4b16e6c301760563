package dev.toolverdicts.vote;

import dev.toolverdicts.platform.test.RealInfrastructure;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;

/// The whole service with all roles, on real PostgreSQL and Kafka; one for all tests.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "vote.secret=MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=",
            "vote.known-tool.patience=1s",
            "vote.ranking.refresh-every=1h",
            "vote.fraud.scan-every=1s"
        })
@RealInfrastructure
@Import({Catalog.class, VoteTopics.class, Mailbox.class})
@interface WholeService {}
