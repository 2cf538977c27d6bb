package io.fulfillmenthub.order;

/**
 * Something that waits for a person, as subscribers of {@code order-attention} receive it; its JSON form only ever gains
 * fields, and it holds no personal data.
 *
 * @param accountId the seller account
 * @param amazonOrderId Amazon's order id
 * @param about what was parked: {@code order}, {@code package 2}, {@code shipment 7}, {@code cancellation}, {@code subscriber erp}
 * @param reason why
 * @param note what happened, one sentence
 * @param nextStep what a person should do, one sentence
 */
public record Attention(
        String accountId, String amazonOrderId, String about, ReasonCode reason, String note, String nextStep) {

    /** @return that work is parked */
    public static Attention of(Work work, ReasonCode reason, String note) {
        return new Attention(
                work.key().accountId(), work.key().amazonOrderId(), about(work), reason, note, reason.nextStep());
    }

    private static String about(Work work) {
        if (work instanceof DuePackage parcel) {
            return "package " + parcel.packageReferenceId();
        }
        if (work instanceof DueCancellation) {
            return "cancellation";
        }
        if (work instanceof DueShipment due) {
            return "shipment " + due.notice().shipmentId();
        }
        return work instanceof Delivery delivery ? "subscriber " + delivery.subscriber() : "order";
    }
}
