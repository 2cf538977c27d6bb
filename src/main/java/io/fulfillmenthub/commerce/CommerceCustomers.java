package io.fulfillmenthub.commerce;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.fulfillmenthub.order.OrderImport;
import io.fulfillmenthub.order.Region;
import io.fulfillmenthub.order.RetryableException;
import io.fulfillmenthub.order.StoreView;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Bean {@code commerceCustomers}: finds the buyer among the website's customers by e-mail, or makes a customer of the buyer. */
public final class CommerceCustomers {

    static final String CREATE = "create-customer";

    private static final Pattern PHONE = Pattern.compile("[\\d\\s+()-]{1,20}");
    private static final Pattern PLACE = Pattern.compile("[\\p{L}\\p{M}\\d\\s,.'’`&-]*");

    private final AddressTranslator addresses = new AddressTranslator();

    /** @return the question for the buyer's e-mail in the website of the order's store view */
    public CommerceCall search(OrderImport order) {
        CommerceSearch search = new CommerceSearch()
                .where("email", "eq", addresses.email(order))
                .where("website_id", "eq", order.directory().store().websiteId())
                .pageSize(1);
        return CommerceCall.get(
                        "search-customers",
                        order.key(),
                        order.storeCode(),
                        "/V1/customers/search",
                        search.answering("items[id],total_count"))
                .hiding(PersonalTexts.of(order.order()));
    }

    /** @return the request for a customer; Commerce sends its welcome mail unless the store view's mails are off */
    public CommerceCall create(OrderImport order) {
        StoreView store = order.directory().store();
        PersonName name = addresses.buyerName(order).ofCustomer();
        NewCustomer customer = new NewCustomer(
                addresses.email(order),
                name.first(),
                name.last(),
                store.id(),
                store.websiteId(),
                address(order).map(List::of).orElse(null));
        return CommerceCall.post(CREATE, order.key(), order.storeCode(), "/V1/customers", new NewCustomerJson(customer))
                .hiding(PersonalTexts.of(order.order()));
    }

    /** @return the created customer as a search would have found it */
    public CommerceJson.Customers created(CommerceJson.Customer customer) {
        return new CommerceJson.Customers(List.of(customer));
    }

    /**
     * Reads the customer.
     *
     * @throws RetryableException when there is none: it was asked for twice and created in between, without a clear answer
     */
    public Long id(CommerceJson.Customers customers) {
        return customers.items().stream()
                .findFirst()
                .map(CommerceJson.Customer::id)
                .orElseThrow(() -> new RetryableException(
                        "Commerce neither created the customer nor finds it yet", null, (Throwable) null));
    }

    /**
     * Commerce refuses a customer's address without telephone, with signs in it that it does not take, or with a region it does not
     * know: then the address book stays empty, and only the order has the address.
     */
    private Optional<CustomerAddress> address(OrderImport order) {
        io.fulfillmenthub.order.Address to = order.order().shipTo();
        Optional<Region> region = addresses.region(order);
        boolean acceptable = to != null
                && to.deliverable()
                && to.phone() != null
                && PHONE.matcher(to.phone().strip()).matches()
                && PLACE.matcher(String.join(" ", to.lines()) + to.city()).matches()
                && (region.isPresent() || order.directory().regions().isEmpty());
        return acceptable ? Optional.of(address(addresses.shipping(order), region)) : Optional.empty();
    }

    private static CustomerAddress address(NewOrderJson.Address from, Optional<Region> region) {
        PersonName name = new PersonName(from.firstname(), from.lastname()).ofCustomer();
        return new CustomerAddress(
                name.first(),
                name.last(),
                from.company(),
                from.street(),
                from.city(),
                region.map(found -> new CustomerRegion(found.id(), found.code(), found.name()))
                        .orElse(null),
                from.postcode(),
                from.countryId(),
                from.telephone(),
                true,
                true);
    }

    private record NewCustomerJson(NewCustomer customer) {}

    @JsonInclude(Include.NON_NULL)
    @JsonNaming(SnakeCaseStrategy.class)
    private record NewCustomer(
            String email,
            String firstname,
            String lastname,
            long storeId,
            long websiteId,
            List<CustomerAddress> addresses) {}

    @JsonInclude(Include.NON_NULL)
    @JsonNaming(SnakeCaseStrategy.class)
    private record CustomerAddress(
            String firstname,
            String lastname,
            String company,
            List<String> street,
            String city,
            CustomerRegion region,
            String postcode,
            String countryId,
            String telephone,
            boolean defaultShipping,
            boolean defaultBilling) {}

    @JsonNaming(SnakeCaseStrategy.class)
    private record CustomerRegion(long regionId, String regionCode, String region) {}
}
