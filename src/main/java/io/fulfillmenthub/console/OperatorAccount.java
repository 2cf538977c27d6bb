package io.fulfillmenthub.console;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;

/**
 * The users: {@code hub.users}, and the one of {@code spring.security.user}, who may do everything; if there is neither, a
 * password is made up.
 */
@Configuration(proxyBeanMethods = false)
class OperatorAccount {

    private static final Logger LOG = LoggerFactory.getLogger(OperatorAccount.class);
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
    private static final int LENGTH = 20;

    @Bean
    UserDetailsService operators(
            @Value("${spring.security.user.name:operator}") String name,
            @Value("${spring.security.user.password:}") String password,
            Optional<ConsoleAccess> access) {
        List<ConsoleUser> users = access.orElse(ConsoleAccess.USUAL).users();
        List<UserDetails> known = new ArrayList<>();
        users.forEach(user -> known.add(user(user.name(), user.password(), user.role())));
        boolean named = users.stream().anyMatch(user -> user.name().equalsIgnoreCase(name));
        if (!named && (users.isEmpty() || !password.isBlank())) {
            known.add(user(name, password.isBlank() ? madeUpFor(name) : password, Role.ADMIN));
        }
        return new InMemoryUserDetailsManager(known);
    }

    @Bean
    PasswordEncoder operatorPasswords() {
        return new OperatorPasswords();
    }

    @Bean
    AuthenticationProvider patientLogin(UserDetailsService operators, PasswordEncoder passwords) {
        DaoAuthenticationProvider login = new DaoAuthenticationProvider(operators);
        login.setPasswordEncoder(passwords);
        return new PatientLogin(login, System::nanoTime);
    }

    private static UserDetails user(String name, String password, Role role) {
        return User.withUsername(name)
                .password(password)
                .authorities(role.authorities())
                .build();
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
