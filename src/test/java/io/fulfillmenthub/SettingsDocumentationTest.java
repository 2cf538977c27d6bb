package io.fulfillmenthub;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulfillmenthub.order.OrderState;
import io.fulfillmenthub.order.ReasonCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/** Everything that can be set, and everything the hub reports, is in docs/operations.md. */
class SettingsDocumentationTest {

    private static final Path OPERATIONS = Path.of("docs", "operations.md");
    private static final Set<String> PREFIXES = Set.of("hub", "amazon", "commerce");

    @Test
    void everySettingIsDocumentedWithItsEnvironmentName() throws Exception {
        List<String> lines = Files.readAllLines(OPERATIONS);
        assertThat(keys())
                .contains("hub.orders.import", "amazon.accounts[].client-id", "amazon.carriers.*", "commerce.base-url")
                .allSatisfy(key -> assertThat(lines)
                        .as("the row of " + key)
                        .anyMatch(line -> line.startsWith("| `" + key + "` | `" + environmentName(key) + "` |")));
    }

    @Test
    void noSettingIsDocumentedThatDoesNotExist() throws Exception {
        List<String> keys = keys();
        assertThat(Files.readAllLines(OPERATIONS).stream()
                        .filter(line -> line.matches("\\| `(hub|amazon|commerce)\\..*"))
                        .map(line -> line.split("`")[1]))
                .isNotEmpty()
                .isSubsetOf(keys)
                .doesNotHaveDuplicates();
    }

    @Test
    void everyReasonIsDocumentedWithItsNextStep() throws IOException {
        String text = Files.readString(OPERATIONS);
        assertThat(ReasonCode.values())
                .allSatisfy(reason -> assertThat(text).contains("| `" + reason + "` | " + reason.nextStep() + " |"));
    }

    @Test
    void everyStateIsDocumented() throws IOException {
        String text = Files.readString(OPERATIONS);
        assertThat(OrderState.values()).allSatisfy(state -> assertThat(text).contains("| `" + state + "` |"));
    }

    /** @return every key that can be set, such as {@code amazon.accounts[].id} */
    static List<String> keys() throws ClassNotFoundException {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        List<String> keys = new ArrayList<>();
        for (BeanDefinition found : scanner.findCandidateComponents(FulfillmentHub.class.getPackageName())) {
            Class<?> settings = Class.forName(found.getBeanClassName());
            if (PREFIXES.contains(
                    settings.getAnnotation(ConfigurationProperties.class).prefix())) {
                keys.addAll(SettingKeys.of(settings));
            }
        }
        return keys;
    }

    private static String environmentName(String key) {
        return key.replace("-", "").replace("[]", "_0").replace('.', '_').toUpperCase(Locale.ROOT);
    }
}
