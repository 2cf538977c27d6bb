package io.fulfillmenthub;

import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Name;

/** The keys that settings records bind, such as {@code amazon.accounts[].id} and {@code amazon.carriers.*}. */
final class SettingKeys {

    private static final int FARTHEST = 4;

    private SettingKeys() {}

    /** @return every key of a record with {@link ConfigurationProperties}, in the order of its components */
    static List<String> of(Class<?> settings) {
        List<String> keys = new ArrayList<>();
        add(settings.getAnnotation(ConfigurationProperties.class).prefix(), settings, keys);
        return keys;
    }

    /** @return the key most like the given one, empty when none is near */
    static Optional<String> nearest(String wrong, List<String> keys) {
        String plain = wrong.replaceAll("\\[[^]]*]", "[]");
        return keys.stream()
                .min(Comparator.comparingInt(key -> distance(plain, key)))
                .filter(key -> distance(plain, key) <= FARTHEST);
    }

    private static void add(String key, Type type, List<String> keys) {
        if (type instanceof Class<?> raw && raw.isRecord()) {
            RecordComponent[] components = raw.getRecordComponents();
            for (int i = 0; i < components.length; i++) {
                add(key + "." + name(raw, i), components[i].getGenericType(), keys);
            }
        } else if (type instanceof ParameterizedType generic && generic.getRawType() == List.class) {
            addElements(key, generic.getActualTypeArguments()[0], keys);
        } else if (type instanceof ParameterizedType generic && generic.getRawType() == Map.class) {
            add(key + ".*", generic.getActualTypeArguments()[1], keys);
        } else {
            keys.add(key);
        }
    }

    private static void addElements(String key, Type element, List<String> keys) {
        boolean nested = element instanceof Class<?> raw && raw.isRecord();
        add(nested ? key + "[]" : key, element, keys);
    }

    /** {@link Name} stands on the parameter of the constructor, not on the component. */
    static String name(Class<?> raw, int index) {
        Parameter parameter = raw.getDeclaredConstructors()[0].getParameters()[index];
        Name given = parameter.getAnnotation(Name.class);
        String component = raw.getRecordComponents()[index].getName();
        return given == null ? component.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT) : given.value();
    }

    /** Levenshtein's. */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int above = row[j];
                int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(above, row[j - 1]) + 1, diagonal + change);
                diagonal = above;
            }
        }
        return row[other.length()];
    }
}
