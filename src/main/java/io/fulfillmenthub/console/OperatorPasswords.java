package io.fulfillmenthub.console;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Compares passwords in constant time and cheaply, since the API sends it with every call: a plain configured
 * password by its digest; of a hashed one, such as {@code {bcrypt}…}, the digest of what was right is remembered.
 */
class OperatorPasswords implements PasswordEncoder {

    private static final Pattern HASHED = Pattern.compile("\\{[A-Za-z0-9@_-]+}.+", Pattern.DOTALL);

    private final PasswordEncoder hashed = PasswordEncoderFactories.createDelegatingPasswordEncoder();
    private final Map<String, byte[]> right = new ConcurrentHashMap<>();

    @Override
    public String encode(CharSequence password) {
        return password.toString();
    }

    @Override
    public boolean matches(CharSequence given, String configured) {
        byte[] digest = digest(given);
        if (!HASHED.matcher(configured).matches()) {
            return MessageDigest.isEqual(digest, digest(configured));
        }
        if (MessageDigest.isEqual(digest, right.get(configured))) {
            return true;
        }
        boolean matches = hashed.matches(given, configured);
        if (matches) {
            right.put(configured, digest);
        }
        return matches;
    }

    private static byte[] digest(CharSequence text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
