package io.fulfillmenthub.console;

import java.security.SecureRandom;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;

/** The one operator, from {@code spring.security.user.name} and {@code .password}; without a password one is made up. */
@Configuration(proxyBeanMethods = false)
class OperatorAccount {

    private static final Logger LOG = LoggerFactory.getLogger(OperatorAccount.class);
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
    private static final int LENGTH = 20;

    @Bean
    UserDetailsService operators(
            @Value("${spring.security.user.name:operator}") String name,
            @Value("${spring.security.user.password:}") String password) {
        return new InMemoryUserDetailsManager(User.withUsername(name)
                .password(password.isBlank() ? madeUpFor(name) : password)
                .roles("OPERATOR")
                .build());
    }

    @Bean
    PasswordEncoder operatorPasswords() {
        return new OperatorPasswords();
    }

    private static String madeUpFor(String name) {
        String password = new SecureRandom()
                .ints(LENGTH, 0, LETTERS.length())
                .mapToObj(letter -> LETTERS.substring(letter, letter + 1))
                .collect(Collectors.joining());
        LOG.warn(
                "No password is set, so one was made up until the next start: user {}, password {} - set your own by"
                        + " spring.security.user.password or the environment's SPRING_SECURITY_USER_PASSWORD",
                name,
                password);
        return password;
    }
}
