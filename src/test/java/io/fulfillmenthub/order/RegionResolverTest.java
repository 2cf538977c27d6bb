package io.fulfillmenthub.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegionResolverTest {

    private static final List<Region> US = List.of(
            new Region(6, "AE", "Armed Forces Africa"),
            new Region(7, "AA", "Armed Forces Americas"),
            new Region(9, "AE", "Armed Forces Europe"),
            new Region(11, "AP", "Armed Forces Pacific"),
            new Region(12, "CA", "California"),
            new Region(16, "DC", "District of Columbia"),
            new Region(43, "NY", "New York"),
            new Region(52, "PR", "Puerto Rico"),
            new Region(62, "WA", "Washington"),
            new Region(63, "WV", "West Virginia"));
    private static final List<Region> JP =
            List.of(new Region(813, "JP-13", "Tokyo"), new Region(826, "JP-26", "Kyoto"));
    private static final List<Region> CA = List.of(new Region(76, "QC", "Québec"), new Region(66, "AB", "Alberta"));

    private final RegionResolver resolver = new RegionResolver();

    @ParameterizedTest
    @CsvSource({
        "CA, 12",
        "ca, 12",
        "California, 12",
        "CALIFORNIA, 12",
        "Calif., 12",
        "US-CA, 12",
        "N.Y., 43",
        "N. Y., 43",
        "New  York, 43",
        "PR, 52",
        "P.R., 52",
        "puerto rico, 52",
        "AE, 9",
        "AP, 11",
        "Armed Forces - Americas, 7",
        "'Washington, D.C.', 16",
        "D.C., 16",
        "Wash., 62",
        "W. Va., 63",
    })
    void findsAnAmericanState(String text, long id) {
        assertThat(resolver.resolve("US", text, US)).map(Region::id).contains(id);
    }

    @ParameterizedTest
    @CsvSource({
        "Tokyo, 813",
        "Tōkyō, 813",
        "Tokyo-to, 813",
        "東京都, 813",
        "東京, 813",
        "JP-13, 813",
        "13, 813",
        "京都府, 826",
        "京都, 826",
        "Kyoto Prefecture, 826",
    })
    void findsAPrefecture(String text, long id) {
        assertThat(resolver.resolve("JP", text, JP)).map(Region::id).contains(id);
    }

    @ParameterizedTest
    @CsvSource({"Quebec, 76", "QUÉBEC, 76", "PQ, 76", "Alta., 66"})
    void findsAProvince(String text, long id) {
        assertThat(resolver.resolve("CA", text, CA)).map(Region::id).contains(id);
    }

    @Test
    void neverGuesses() {
        assertThat(resolver.resolve("US", "Cali", US)).isEmpty();
        assertThat(resolver.resolve("US", "York", US)).isEmpty();
        assertThat(resolver.resolve("US", " ", US)).isEmpty();
        assertThat(resolver.resolve("US", null, US)).isEmpty();
        assertThat(resolver.resolve(null, "CA", US)).isEmpty();
        assertThat(resolver.resolve("US", "California", List.of())).isEmpty();
        assertThat(resolver.resolve("US", "Twin", List.of(new Region(1, "T1", "Twin"), new Region(2, "T2", "Twin"))))
                .isEmpty();
    }
}
