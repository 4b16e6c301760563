package dev.toolverdicts.catalog.voice;

import dev.toolverdicts.platform.messaging.Projection;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class VoiceConfiguration {

    /// Voices are the last states of their topic.
    @Bean
    Projection voices() {
        return new Projection("voices", List.of("catalog-voices"), List.of(Projection.Table.of("tool_voice")));
    }
}
