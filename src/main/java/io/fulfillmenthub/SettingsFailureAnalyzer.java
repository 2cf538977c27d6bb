package io.fulfillmenthub;

import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.ConfigurationPropertiesBindException;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.origin.Origin;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.convert.ConversionFailedException;
import org.springframework.core.convert.ConverterNotFoundException;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Wrong configuration in one sentence that names the key and the remedy, and never a value: it may be a secret. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class SettingsFailureAnalyzer implements FailureAnalyzer {

    @Override
    public FailureAnalysis analyze(Throwable failure) {
        return sentence(failure)
                .map(sentence -> new FailureAnalysis(sentence, null, failure))
                .orElse(null);
    }

    private static Optional<String> sentence(Throwable failure) {
        return Causes.find(failure, UnboundConfigurationPropertiesException.class)
                .map(unbound -> unknownKeys(unbound, failure))
                .or(() -> Causes.ownWords(failure))
                .or(() -> Causes.find(failure, BindException.class).flatMap(SettingsFailureAnalyzer::unusable))
                .or(() -> Causes.find(failure, MarkedYAMLException.class).map(SettingsFailureAnalyzer::malformed));
    }

    private static String unknownKeys(UnboundConfigurationPropertiesException unbound, Throwable failure) {
        List<String> known = Causes.find(failure, ConfigurationPropertiesBindException.class)
                .map(ConfigurationPropertiesBindException::getBeanType)
                .filter(Class::isRecord)
                .map(SettingKeys::of)
                .orElse(List.of());
        return unbound.getUnboundProperties().stream()
                .map(property -> unknownKey(property, known))
                .collect(Collectors.joining("\n"));
    }

    private static String unknownKey(ConfigurationProperty property, List<String> known) {
        String key = property.getName().toString();
        String remedy = SettingKeys.nearest(key, known)
                .map(nearest -> "write " + nearest + ", or remove it")
                .orElse("remove it, or see docs/operations.md for the keys there are");
        return key + " is no setting of the hub: " + remedy + place(property.getOrigin()) + ".";
    }

    private static Optional<String> unusable(BindException failure) {
        boolean value = Causes.find(failure, ConversionFailedException.class).isPresent()
                || Causes.find(failure, ConverterNotFoundException.class).isPresent();
        if (!value) {
            return Optional.empty();
        }
        Origin origin =
                failure.getProperty() == null ? null : failure.getProperty().getOrigin();
        return Optional.of(failure.getName() + " is not usable: give "
                + wanted(failure.getTarget().getType().resolve(Object.class)) + place(origin) + ".");
    }

    private static String wanted(Class<?> type) {
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(constant ->
                            constant.toString().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .collect(Collectors.joining(" or "));
        }
        if (type == Duration.class) {
            return "a duration such as PT30S";
        }
        if (type == Instant.class) {
            return "a time such as 2026-01-01T00:00:00Z";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "true or false";
        }
        if (type == URI.class || type == URL.class) {
            return "an address such as https://shop.example.com";
        }
        return type.isPrimitive() || Number.class.isAssignableFrom(type)
                ? "a number"
                : "what docs/operations.md says of this key";
    }

    /** The parser's own message quotes the line, so only the position is told. */
    private static String malformed(MarkedYAMLException failure) {
        String line = failure.getProblemMark() == null
                ? ""
                : " in line " + (failure.getProblemMark().getLine() + 1);
        return "A configuration file (application.yaml, or one of spring.config.additional-location) is no valid YAML"
                + line + ": mend its indentation, colons and quotes.";
    }

    private static String place(Origin origin) {
        return origin == null ? "" : " (" + origin + ")";
    }
}
