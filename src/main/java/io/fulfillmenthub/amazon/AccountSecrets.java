package io.fulfillmenthub.amazon;

import io.fulfillmenthub.amazon.AmazonSettings.Account;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * The secrets of the accounts as they are at this moment: a file of a config tree may have been rotated since the start, all
 * other settings stay what they were.
 */
class AccountSecrets {

    private final AmazonSettings settings;
    private final Environment environment;

    AccountSecrets(AmazonSettings settings, Environment environment) {
        this.settings = settings;
        this.environment = environment;
    }

    /** @return the account; an empty secret, as while a file is being written, is the one of the start */
    Account current(String accountId) {
        Account account = settings.account(accountId);
        String key = settings.key(accountId);
        Binder binder = Binder.get(environment);
        return new Account(
                account.id(),
                account.endpoint(),
                read(binder, key + ".client-id", account.clientId()),
                read(binder, key + ".client-secret", account.clientSecret()),
                read(binder, key + ".refresh-token", account.refreshToken()),
                account.marketplaceIds(),
                account.storeCode(),
                account.importOrdersFrom(),
                account.skuAliases(),
                account.orders(),
                account.taxRegistrations(),
                account.active());
    }

    private static String read(Binder binder, String key, String known) {
        String text = binder.bind(key, String.class).orElse(known);
        return text.isBlank() ? known : text;
    }
}
