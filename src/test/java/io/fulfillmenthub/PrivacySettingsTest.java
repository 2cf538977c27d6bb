package io.fulfillmenthub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PrivacySettingsTest {

    @Test
    void keepsLongerThanThirtyDaysOnlyWithAReason() {
        assertThatThrownBy(() -> new PrivacySettings(Duration.ofDays(31), " "))
                .hasMessageContaining("hub.privacy.retention-reason");
        assertThat(new PrivacySettings(Duration.ofDays(31), "§ 147 AO").retention())
                .isEqualTo(Duration.ofDays(31));
        assertThat(new PrivacySettings(Duration.ofDays(7), "").retention()).isEqualTo(Duration.ofDays(7));
    }

    @Test
    void refusesDurationsThatAreNone() {
        assertThatThrownBy(() -> new PrivacySettings(Duration.ZERO, ""))
                .hasMessageContaining("hub.privacy.retention is not usable");
        assertThatThrownBy(() -> new ErrorSettings(Duration.ofDays(-1)))
                .hasMessageContaining("hub.errors.retention is not usable");
    }
}
