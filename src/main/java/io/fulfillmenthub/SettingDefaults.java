package io.fulfillmenthub;

import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** What settings records take where nothing is set, by key. */
final class SettingDefaults {

    private SettingDefaults() {}

    /** @return the defaults that are written at the records' components; what has none is not there */
    static Map<String, String> of(List<Class<?>> records) {
        Map<String, String> defaults = new HashMap<>();
        records.forEach(settings ->
                add(settings.getAnnotation(ConfigurationProperties.class).prefix(), settings, defaults));
        return defaults;
    }

    private static void add(String prefix, Class<?> settings, Map<String, String> defaults) {
        RecordComponent[] components = settings.getRecordComponents();
        for (int i = 0; i < components.length; i++) {
            String key = prefix + "." + SettingKeys.name(settings, i);
            Parameter parameter = settings.getDeclaredConstructors()[0].getParameters()[i];
            DefaultValue given = parameter.getAnnotation(DefaultValue.class);
            if (components[i].getType().isRecord()) {
                add(key, components[i].getType(), defaults);
            } else if (given != null && given.value().length > 0) {
                defaults.put(key, String.join(",", given.value()));
            }
        }
    }
}
