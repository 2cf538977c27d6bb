package io.fulfillmenthub;

import io.fulfillmenthub.amazon.AmazonSettings;
import io.fulfillmenthub.commerce.CommerceSettings;
import io.fulfillmenthub.console.Setting;
import io.fulfillmenthub.console.Settings;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.stereotype.Component;

/** The hub's own settings as Spring finds them: the first source that has a key counts. */
@Component
class EffectiveSettings implements Settings {

    /** Whatever may be a secret, by the last word of its key. */
    private static final Pattern SECRET =
            Pattern.compile("(secret|password|token|(consumer|api|private)-?key|credentials?)(\\[\\d+])?$");

    private static final Pattern USER_IN_URL = Pattern.compile("//[^/@\\s]+@");
    private static final List<Class<?>> RECORDS =
            List.of(HubSettings.class, AmazonSettings.class, CommerceSettings.class);

    private final ConfigurableEnvironment environment;
    private final Map<String, String> defaults = SettingDefaults.of(RECORDS);

    EffectiveSettings(ConfigurableEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public List<Setting> all() {
        List<ConfigurationPropertySource> sources = StreamSupport.stream(
                        ConfigurationPropertySources.get(environment).spliterator(), false)
                .toList();
        List<Setting> settings = new ArrayList<>();
        for (String key :
                RECORDS.stream().map(SettingKeys::of).flatMap(List::stream).toList()) {
            for (ConfigurationPropertyName name : names(key, sources)) {
                settings.add(setting(name.toString(), defaults.get(key), find(name, sources)));
            }
        }
        return settings;
    }

    /** @return the key itself, or for lists and maps the names below it that are set */
    private static Set<ConfigurationPropertyName> names(String key, List<ConfigurationPropertySource> sources) {
        Pattern form = Pattern.compile(
                Pattern.quote(key)
                                .replace("[]", "\\E\\[\\d+]\\Q")
                                .replace(".*", "\\E[.\\[].+\\Q")
                                .replace("-", "") + "(\\[\\d+])?");
        Set<ConfigurationPropertyName> names = new LinkedHashSet<>();
        if (!key.contains("[") && !key.contains("*")) {
            names.add(ConfigurationPropertyName.of(key));
        }
        sources.stream()
                .filter(IterableConfigurationPropertySource.class::isInstance)
                .flatMap(source -> ((IterableConfigurationPropertySource) source).stream())
                .filter(name -> form.matcher(name.toString().replace("-", "")).matches())
                .sorted()
                .forEach(names::add);
        return names;
    }

    private static Optional<ConfigurationProperty> find(
            ConfigurationPropertyName name, List<ConfigurationPropertySource> sources) {
        return sources.stream()
                .map(source -> source.getConfigurationProperty(name))
                .filter(found -> found != null)
                .findFirst();
    }

    private Setting setting(String key, String standard, Optional<ConfigurationProperty> found) {
        if (found.isEmpty()) {
            return new Setting(key, standard, null, standard);
        }
        String value =
                environment.resolvePlaceholders(String.valueOf(found.get().getValue()));
        return new Setting(key, shown(key, value), origin(found.get()), standard);
    }

    private static String shown(String key, String value) {
        return SECRET.matcher(key).find() && !value.isEmpty()
                ? Setting.HIDDEN
                : USER_IN_URL.matcher(value).replaceAll("//" + Setting.HIDDEN + "@");
    }

    private static String origin(ConfigurationProperty found) {
        return found.getOrigin() == null
                ? String.valueOf(
                        found.getSource().getUnderlyingSource().getClass().getSimpleName())
                : found.getOrigin().toString();
    }
}
