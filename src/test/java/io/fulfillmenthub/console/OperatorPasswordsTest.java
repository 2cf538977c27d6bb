package io.fulfillmenthub.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;

@ExtendWith(OutputCaptureExtension.class)
class OperatorPasswordsTest {

    private final OperatorPasswords passwords = new OperatorPasswords();

    @Test
    void comparesPlainPasswordsAsTheyAreConfigured() {
        assertThat(passwords.matches("secret", "secret")).isTrue();
        assertThat(passwords.matches("Secret", "secret")).isFalse();
        assertThat(passwords.matches("", "secret")).isFalse();
        assertThat(passwords.matches("{curly", "{curly")).isTrue();
    }

    @Test
    void takesHashedPasswordsAndRemembersTheRightOneOnly() {
        String hashed =
                PasswordEncoderFactories.createDelegatingPasswordEncoder().encode("secret");
        assertThat(passwords.matches("wrong", hashed)).isFalse();
        assertThat(passwords.matches("secret", hashed)).isTrue();
        assertThat(passwords.matches("secret", hashed)).isTrue();
        assertThat(passwords.matches("wrong", hashed)).isFalse();
        assertThat(passwords.matches(hashed, hashed)).isFalse();
    }

    @Test
    void makesUpAPasswordAndSaysHowToSetOne(CapturedOutput output) {
        String password = new OperatorAccount()
                .operators("operator", " ", Optional.empty())
                .loadUserByUsername("operator")
                .getPassword();
        assertThat(password).hasSize(20);
        assertThat(output)
                .contains("user operator, password " + password)
                .contains("spring.security.user.password", "SPRING_SECURITY_USER_PASSWORD");
    }

    @Test
    void neverWritesAConfiguredPassword(CapturedOutput output) {
        new OperatorAccount().operators("operator", "correct horse", Optional.empty());
        assertThat(output).doesNotContain("correct horse");
    }
}
