package io.fulfillmenthub.ledger;

import static io.fulfillmenthub.ledger.TestKeys.FIRST;
import static io.fulfillmenthub.ledger.TestKeys.SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fulfillmenthub.order.RejectedException;
import java.util.List;
import org.junit.jupiter.api.Test;

class SealTest {

    private static final String TEXT = "Ada Lovelace, 佐藤 🎁";

    private final Seal seal = new Seal(List.of(FIRST));

    @Test
    void opensWhatItSealed() {
        String sealed = seal.seal(TEXT);

        assertThat(sealed).startsWith("sealed:first:").doesNotContain("Ada");
        assertThat(seal.open(sealed)).isEqualTo(TEXT);
    }

    @Test
    void sealsTheSameTextDifferentlyEachTime() {
        assertThat(seal.seal(TEXT)).isNotEqualTo(seal.seal(TEXT));
    }

    @Test
    void opensWhatAnOlderKeySealedAndSealsWithTheNewest() {
        Seal rotated = new Seal(List.of(SECOND, FIRST));

        assertThat(rotated.open(seal.seal(TEXT))).isEqualTo(TEXT);
        assertThat(rotated.seal(TEXT)).startsWith("sealed:second:");
    }

    @Test
    void givesBackWhatWasKeptBeforeSealingCame() {
        assertThat(seal.open("{\"plain\":1}")).isEqualTo("{\"plain\":1}");
        assertThat(seal.open(null)).isNull();
    }

    @Test
    void namesTheKeyThatIsMissing() {
        String sealed = new Seal(List.of(SECOND)).seal(TEXT);

        assertThatThrownBy(() -> seal.open(sealed))
                .isInstanceOf(RejectedException.class)
                .hasMessageContaining("second")
                .hasMessageContaining("hub.encryption.keys");
    }

    @Test
    void refusesAChangedText() {
        String sealed = seal.seal(TEXT);
        int middle = sealed.length() / 2;
        String changed =
                sealed.substring(0, middle) + (sealed.charAt(middle) == 'A' ? 'B' : 'A') + sealed.substring(middle + 1);

        assertThatThrownBy(() -> seal.open(changed))
                .isInstanceOf(RejectedException.class)
                .hasMessageContaining("was changed");
    }
}
