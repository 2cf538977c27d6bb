package io.fulfillmenthub.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fulfillmenthub.order.ShipmentNotice;
import io.fulfillmenthub.order.ShipmentNotice.Item;
import io.fulfillmenthub.order.ShipmentNotice.Label;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.converter.json.Jackson2ObjectMapperBuilder;

class ShipmentDropTest {

    @TempDir
    private Path folder;

    @Test
    void readsLinesOfOneShipmentTogether() {
        List<ShipmentNotice> read = drop().read("""
                \uFEFFaccountId,amazonOrderId,shipmentId,sku,quantity,transparencyCodes,carrier,title,number
                us,111-1,S1,"GADGET,2",2,A B,ups,"UPS ""Ground\""",1Z999AA10123456784
                us,111-1,S1,GIZMO,1,,ups,"UPS ""Ground\""",1Z999AA10123456784

                us,111-2,S2,,,,custom,,PX-1
                """, "today.CSV");

        assertThat(read).hasSize(2);
        assertThat(read.get(0).items())
                .containsExactly(
                        new Item("GADGET,2", null, 2, List.of("A", "B")), new Item("GIZMO", null, 1, List.of()));
        assertThat(read.get(0).tracks()).containsExactly(new Label("ups", "UPS \"Ground\"", "1Z999AA10123456784"));
        assertThat(read.get(1).items()).isEmpty();
    }

    @Test
    void readsOneShipmentOrAListAsJson() {
        String json =
                "{\"accountId\":\"us\",\"amazonOrderId\":\"1\",\"shipmentId\":\"S1\",\"tracks\":[{\"number\":\"PX-1\"}]}";

        assertThat(drop().read(json, "a.json")).hasSize(1);
        assertThat(drop().read("[" + json + "," + json + "]", "a.json")).hasSize(2);
    }

    @Test
    void namesTheLineOfWhatItCannotRead() {
        assertThatThrownBy(() -> drop().read("shipmentId,sku,quantity\nS1,A,two", "a.csv"))
                .hasMessageStartingWith("Line 2: quantity is no number");
        assertThatThrownBy(() -> drop().read("a,b\n1,2", "a.csv")).hasMessageStartingWith("Line 1 is no header");
        assertThatThrownBy(() -> drop().read("{\"weight\":1}", "a.json")).hasMessageContaining("docs/shipments.md");
    }

    @Test
    void writesTheReasonBesideTheFileThatItSetsAside() {
        IllegalArgumentException problem = new IllegalArgumentException("Line 2: quantity is no number");

        assertThatThrownBy(() -> drop().refuse("a.csv", problem)).isSameAs(problem);

        assertThat(folder.resolve("failed/a.csv.error.txt")).content().contains("Line 2");
    }

    private ShipmentDrop drop() {
        return new ShipmentDrop(Jackson2ObjectMapperBuilder.json().build(), folder.toString());
    }
}
