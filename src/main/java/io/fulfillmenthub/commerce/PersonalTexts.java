package io.fulfillmenthub.commerce;

import io.fulfillmenthub.order.Address;
import io.fulfillmenthub.order.Order;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What an order says about a person, so that it can be taken out of error messages. */
final class PersonalTexts {

    private static final int SHORTEST = 3;

    private PersonalTexts() {}

    /** @return names and their parts, street lines, city, phone, e-mail, tax numbers and messages, the longest first */
    static List<String> of(Order order) {
        Stream<String> buyer = Stream.of(
                order.buyer().name(),
                order.buyer().email(),
                order.buyer().company(),
                order.buyer().purchaseOrderNumber());
        Stream<String> registrations =
                order.buyer().taxRegistrations().stream().flatMap(one -> Stream.of(one.number(), one.legalName()));
        Stream<String> destination = order.shipTo() == null ? Stream.empty() : of(order.shipTo());
        Stream<String> words = Stream.of(buyer, registrations, destination)
                .flatMap(texts -> texts)
                .filter(text -> text != null)
                .flatMap(text -> Stream.concat(
                        Stream.of(text.strip()), Stream.of(text.strip().split("\\s+"))));
        return Stream.concat(words, messages(order))
                .filter(text -> text.length() >= SHORTEST)
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    /** Only as a whole: the words of a message are everybody's, an error message would lose its sense. */
    private static Stream<String> messages(Order order) {
        return order.lines().stream()
                .flatMap(line -> Stream.of(line.giftMessage(), line.customizationUrl()))
                .filter(text -> text != null);
    }

    private static Stream<String> of(Address address) {
        return Stream.concat(
                address.lines().stream(),
                Stream.of(
                        address.name(),
                        address.company(),
                        address.city(),
                        address.district(),
                        address.postalCode(),
                        address.phone()));
    }
}
