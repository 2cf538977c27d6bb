package io.fulfillmenthub.order;

/** Why an order waits, is left alone or is parked: a code for machines and, for people, the next step to take. */
public enum ReasonCode {
    PENDING("Nothing to do: it is imported when Amazon has verified the payment."),
    AWAITING_AMAZON_SHIPMENT("Nothing to do: it is imported when Amazon has shipped it."),
    STATUS_UNKNOWN("Amazon uses a status this hub does not know yet; it is looked at again when Amazon changes it."),
    READ_ONLY("Nothing to do: it goes on by itself when read-only mode ends."),
    IMPORT_DISABLED("Manage the order in Seller Central, or set hub.orders.import to enabled."),
    BEFORE_CUT_OFF("Nothing to do: amazon.accounts[].import-orders-from leaves it out."),
    OTHER_CHANNEL("Nothing to do: it was not sold on Amazon."),
    VETOED("A subscriber of order-received refused it; mend what it names, then Retry."),
    DECIDED_BY_OPERATOR("Nothing to do: an operator decided so; Import anyway or Retry takes it back."),
    UNFULFILLABLE("Amazon cannot fulfil it; see Seller Central."),
    CANCELLED_AT_AMAZON("Nothing to do."),
    UNITS_LOWERED("Compare the units in Seller Central and refund the difference in Commerce; it goes on by itself."),
    CANCELLED_AFTER_SHIPMENT("Settle the return by hand: goods left already."),
    MONEY_MISSING("Look at the order in Seller Central, then Retry."),
    MONEY_UNREADABLE("Look at the order in Seller Central, then Retry."),
    MONEY_MISMATCH("Compare the amounts in Seller Central; Retry once Amazon has corrected them."),
    CURRENCY_RATE_MISSING("Add the exchange rate in Commerce (Stores > Currency Rates), then Retry."),
    ADDRESS_MISSING(
            "Give the Amazon application the role Direct-to-Consumer Shipping; the order goes on when Amazon sends it."),
    ADDRESS_REFUSED("Correct the address on the order's page; it goes on at once."),
    ORDER_UNREADABLE("Look at the order in Seller Central; report the field to the hub's maintainers."),
    PRODUCT_UNKNOWN(
            "Create the product with this SKU in Commerce, or map the SKU to one; the order goes on by itself."),
    PRODUCT_DISABLED("Enable the product in Commerce; the order goes on by itself."),
    PRODUCT_COMPOSITE(
            "Map the SKU to the child product to ship, or name it in amazon.sku-aliases; the order goes on by itself."),
    OUT_OF_STOCK("Restock the product in Commerce, or set hub.orders.stock-check to off; the order goes on by itself."),
    CUSTOMER_REFUSED("Set hub.orders.customer-creation to guest, or correct the name, then Retry."),
    NUMBER_TAKEN("Another Commerce order has this number; rename it or use number-source commerce, then Retry."),
    DUPLICATE_IN_COMMERCE("Commerce has several orders for this Amazon order; cancel the surplus ones, then Retry."),
    ADOPTION_REFUSED(
            "Give the number of the Commerce order that was made for this Amazon order, or Retry to create one."),
    STATUS_REFUSED(
            "Assign the status to the state Processing in Commerce, or correct hub.orders.status; it goes on by itself."),
    COMMERCE_REFUSED("Read Commerce's message, mend its cause, then Retry."),
    COMMERCE_UNAUTHORISED("Check commerce.access-token and the integration's resources in Commerce."),
    AMAZON_UNAUTHORISED("Authorise the application again in Seller Central and set the account's refresh-token."),
    AMAZON_REFUSED("Read Amazon's message, mend its cause, then Retry."),
    CANCELLATION_UNCERTAIN("See in Seller Central whether the order is cancelled; if it is not, cancel it again here."),
    CARRIER_REFUSED("Map the carrier in amazon.carriers or amazon.carrier-rules, then Retry."),
    TRACKING_REFUSED("Correct the tracking number in Commerce; the new one is sent by itself."),
    TRACKING_DROPPED(
            "Amazon accepted but does not show the tracking, twice; confirm it again, or enter it in Seller Central."),
    UNITS_REFUSED("Compare the shipped units with the order in Seller Central, correct the shipment, then Retry."),
    SHIPPED_DIFFERENTLY(
            "Amazon has another parcel for these units; compare it in Seller Central, and correct it there."),
    CONFIRMATION_UNWANTED("Nothing to do: Amazon tracks this order itself."),
    CANCEL_REQUESTED("Settle the cancellation in Seller Central, or Retry to confirm the parcel all the same."),
    SUBSCRIBER_FAILED("Mend the subscriber's route or its system, then Retry the order or replay the subscriber."),
    OUT_OF_ATTEMPTS("See the last error; mend its cause, then Retry."),
    HUB_ERROR("This is an error of the hub; report the message to its maintainers, then Retry.");

    private final String nextStep;

    ReasonCode(String nextStep) {
        this.nextStep = nextStep;
    }

    /** @return whether the cause is mended outside the hub, so that parked work is tried again by itself */
    public boolean mendsElsewhere() {
        return switch (this) {
            case UNITS_LOWERED,
                    PRODUCT_UNKNOWN,
                    PRODUCT_DISABLED,
                    PRODUCT_COMPOSITE,
                    OUT_OF_STOCK,
                    STATUS_REFUSED,
                    CURRENCY_RATE_MISSING,
                    COMMERCE_UNAUTHORISED,
                    AMAZON_UNAUTHORISED,
                    DUPLICATE_IN_COMMERCE,
                    NUMBER_TAKEN -> true;
            default -> false;
        };
    }

    /** @return what a merchant should do, one sentence */
    public String nextStep() {
        return nextStep;
    }
}
