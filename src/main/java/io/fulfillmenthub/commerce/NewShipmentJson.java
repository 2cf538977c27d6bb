package io.fulfillmenthub.commerce;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.fulfillmenthub.order.DueShipment;
import io.fulfillmenthub.order.ShipmentNotice;
import java.util.List;
import java.util.Locale;

/** The body of Commerce's {@code POST /V1/order/:id/ship}; without items everything open is shipped, nobody gets a mail. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record NewShipmentJson(
        List<Item> items, @JsonProperty("notify") boolean mail, List<Label> tracks) {

    @JsonNaming(SnakeCaseStrategy.class)
    record Item(long orderItemId, int qty) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record Label(String carrierCode, String title, String trackNumber) {}

    static NewShipmentJson of(DueShipment due) {
        return new NewShipmentJson(
                due.units().entrySet().stream()
                        .map(unit -> new Item(unit.getKey(), unit.getValue()))
                        .toList(),
                false,
                due.notice().tracks().stream().map(NewShipmentJson::label).toList());
    }

    private static Label label(ShipmentNotice.Label label) {
        boolean unnamed = label.carrier() == null || label.carrier().isBlank();
        String code = unnamed ? "custom" : label.carrier().strip().toLowerCase(Locale.ROOT);
        boolean untitled = label.title() == null || label.title().isBlank();
        return new Label(
                code,
                untitled
                        ? (unnamed ? "" : label.carrier().strip())
                        : label.title().strip(),
                label.number());
    }
}
