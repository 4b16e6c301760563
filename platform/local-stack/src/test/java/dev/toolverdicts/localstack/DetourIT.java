package dev.toolverdicts.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Node;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// What a fault test needs: a real Kafka whose clients stay on the proxy that they came through.
class DetourIT {

    @TempDir
    private Path folder;

    private Supervisor supervisor = new Supervisor(_ -> {}, _ -> {});

    @AfterEach
    void stop() {
        supervisor.stop();
    }

    @Test
    void clientsThatComeThroughAProxyStayOnItAndOthersDoNot() throws Exception {
        try (var passage = new Passage()) {
            var data = new DataFolder(folder);
            data.take();
            var proxied = new Kafka.Proxied(FreePort.next(), passage.port());
            var kafka = new Kafka(data, FreePort.next(), FreePort.next(), proxied, false);
            supervisor = new Supervisor(new StackFile(data, "http://localhost:8080")::write, _ -> {});
            kafka.prepare();
            supervisor.start(kafka.unit());

            JsonNode entry = StackFile.read(data).path("processes").path(0);
            assertThat(entry.path("through").asInt()).isEqualTo(passage.port());
            passage.leadTo(entry.path("proxied").asInt());

            assertThat(nodePort(kafka.address())).isEqualTo(entry.path("port").asInt());
            assertThat(passage.passed()).isZero();
            assertThat(nodePort(kafka.proxiedAddress())).isEqualTo(passage.port());
            assertThat(passage.passed()).isPositive();
        }
    }

    private static int nodePort(String address) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", address))) {
            admin.createTopics(List.of(new NewTopic("made-through-" + address.replace(':', '-'), 1, (short) 1)))
                    .all()
                    .get();
            return admin.describeCluster().nodes().get().stream()
                    .findFirst()
                    .map(Node::port)
                    .orElseThrow();
        }
    }
}
