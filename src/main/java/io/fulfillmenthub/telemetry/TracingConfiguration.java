package io.fulfillmenthub.telemetry;

import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What records spans and hands them to Spring Boot's OTLP exporter, once there is an endpoint for them. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("!'${management.otlp.tracing.endpoint:}'.isBlank()")
class TracingConfiguration {

    @Bean
    SdkTracerProvider tracerProvider(
            Resource resource,
            SpanExporter exporter,
            @Value("${management.tracing.sampling.probability}") double probability) {
        return SdkTracerProvider.builder()
                .setResource(resource)
                .setSampler(Sampler.parentBased(Sampler.traceIdRatioBased(probability)))
                .addSpanProcessor(BatchSpanProcessor.builder(exporter).build())
                .build();
    }

    @Bean
    Tracer tracer(SdkTracerProvider provider) {
        return provider.get("fulfillment-hub");
    }
}
