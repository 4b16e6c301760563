package dev.toolverdicts.platform.messaging;

import dev.toolverdicts.platform.test.TestInfrastructure;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.actuate.endpoint.HealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.MessageListenerContainer;

/// One running copy of the test application, for tests that need more than the shared one or
/// want to break it.
record Instance(ConfigurableApplicationContext context) implements AutoCloseable {

    /// What the copies of a service share.
    record Place(String service, String database) {

        static Place fresh() {
            return new Place("place-" + UUID.randomUUID(), TestInfrastructure.freshDatabase());
        }

        String topic() {
            return service + ".v1";
        }

        Place through(String otherDatabase) {
            return new Place(service, otherDatabase);
        }
    }

    static Instance start(Place place, String... settings) {
        return start(ThingApplication.class, place, settings);
    }

    static Instance start(Class<?> application, Place place, String... settings) {
        var arguments = new ArrayList<>(List.of(
                "--spring.application.name=" + place.service(),
                "--thing.topic=" + place.topic(),
                "--thing.group=" + place.service(),
                "--spring.kafka.bootstrap-servers=" + TestInfrastructure.bootstrapServers(),
                "--spring.datasource.url=" + place.database(),
                "--spring.datasource.username=postgres",
                "--spring.datasource.password=postgres",
                "--spring.main.banner-mode=off"));
        arguments.addAll(List.of(settings));
        return new Instance(new SpringApplicationBuilder(application)
                .web(WebApplicationType.NONE)
                .run(arguments.toArray(String[]::new)));
    }

    ThingService service() {
        return context.getBean(ThingService.class);
    }

    ThingRepository things() {
        return context.getBean(ThingRepository.class);
    }

    ThingProjector projector() {
        return context.getBean(ThingProjector.class);
    }

    MessageListenerContainer listener() {
        return context.getBean(KafkaListenerEndpointRegistry.class).getListenerContainer(ThingProjector.LISTENER);
    }

    Status health(String... path) {
        return health(context.getBean(HealthEndpoint.class), path);
    }

    static Status health(HealthEndpoint endpoint, String... path) {
        HealthDescriptor found = endpoint.healthForPath(path);
        return found == null ? Status.UNKNOWN : found.getStatus();
    }

    @Override
    public void close() {
        context.close();
    }
}
