package io.fulfillmenthub;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** For the proofs of exactly once: an order doubled in one run of two is doubled, so a repeat of a failed proof fails too. */
public final class NoSecondChance implements BeforeEachCallback, AfterTestExecutionCallback {

    private static final Set<String> FAILED = ConcurrentHashMap.newKeySet();

    @Override
    public void beforeEach(ExtensionContext test) {
        if (FAILED.contains(test.getUniqueId())) {
            throw new AssertionError("This proof failed before; a repeat cannot mend it");
        }
    }

    @Override
    public void afterTestExecution(ExtensionContext test) {
        test.getExecutionException().ifPresent(failure -> FAILED.add(test.getUniqueId()));
    }
}
