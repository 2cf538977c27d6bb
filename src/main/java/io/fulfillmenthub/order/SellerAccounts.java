package io.fulfillmenthub.order;

import io.fulfillmenthub.order.OrderSettings.Imports;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The configured seller accounts by id. */
public final class SellerAccounts {

    private final Map<String, SellerAccount> accounts = new LinkedHashMap<>();

    /** @param accounts every configured account, active or not */
    public SellerAccounts(List<SellerAccount> accounts) {
        accounts.forEach(account -> this.accounts.put(account.id(), account));
    }

    /** @return every account in the order of configuration */
    public List<SellerAccount> all() {
        return List.copyOf(accounts.values());
    }

    /** @return the accounts that are polled */
    public List<SellerAccount> active() {
        return accounts.values().stream().filter(SellerAccount::active).toList();
    }

    /** @return the ids of the accounts that rest: they are neither polled nor imported nor confirmed to */
    public List<String> resting() {
        return accounts.values().stream()
                .filter(account -> !account.active())
                .map(SellerAccount::id)
                .toList();
    }

    /** @return Amazon's region of an account, empty when it is not configured any more */
    public Optional<String> region(String id) {
        return Optional.ofNullable(id).map(accounts::get).map(SellerAccount::region);
    }

    /**
     * Finds an account.
     *
     * @throws RejectedException when it is no longer configured
     */
    public SellerAccount get(String id) {
        SellerAccount account = accounts.get(id);
        if (account == null) {
            throw new RejectedException(
                    ReasonCode.AMAZON_UNAUTHORISED, "The account " + id + " is not in amazon.accounts any more");
        }
        return account;
    }

    /** @return whether their orders are imported, by the id of the accounts that say so themselves */
    public Map<String, Boolean> importing() {
        return accounts.values().stream()
                .filter(account -> account.orders().imports() != null)
                .collect(Collectors.toMap(
                        SellerAccount::id, account -> account.orders().imports() == Imports.ENABLED));
    }

    /** @return {@code import-orders-from} by account id */
    public Map<String, Instant> cutOffs() {
        Map<String, Instant> cutOffs = new LinkedHashMap<>();
        accounts.values().forEach(account -> cutOffs.put(account.id(), account.importOrdersFrom()));
        return cutOffs;
    }
}
