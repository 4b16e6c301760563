package dev.toolverdicts.platform.telemetry;

import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// Where spans go. Apart from [Tracing], so that a process which traces nothing loads none of it.
final class Exporting {

    private static final String NAME = "dev.toolverdicts";
    private static final Duration GATHER = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final long LAST_SECONDS = 2;

    private Exporting() {}

    /// By OTLP, from a thread of its own: a receiver that is slow or away costs spans and nobody's time.
    static Tracing to(String endpoint, String service, double sampled) {
        var exporter = OtlpHttpSpanExporter.builder()
                .setEndpoint(endpoint)
                .setTimeout(PATIENCE)
                .build();
        return to(BatchSpanProcessor.builder(exporter).setScheduleDelay(GATHER).build(), service, sampled);
    }

    static Tracing to(SpanProcessor processor, String service, double sampled) {
        var provider = SdkTracerProvider.builder()
                .setResource(Resource.getDefault().toBuilder()
                        .put("service.name", service)
                        .build())
                .setSampler(Sampler.parentBased(Sampler.traceIdRatioBased(sampled)))
                .addSpanProcessor(processor)
                .build();
        return Tracing.by(provider.get(NAME), () -> {
            var _ = provider.shutdown().join(LAST_SECONDS, TimeUnit.SECONDS);
        });
    }
}
