package io.fulfillmenthub;

import io.fulfillmenthub.ledger.ClaimedWork;
import io.fulfillmenthub.ledger.Claims;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The workers, one pool for each kind of claimed work; the names of the beans are the ones the routes use. */
@Configuration(proxyBeanMethods = false)
class WorkerPools {

    private static final int PACKAGE_WORKERS = 8;
    private static final int SHIPMENT_WORKERS = 4;

    @Bean(destroyMethod = "shutdownNow")
    WorkerPool orderWorkers(HubSettings settings, ClaimedWork claimed) {
        return new WorkerPool("order-", settings.orders().parallelism(), claimed);
    }

    @Bean(destroyMethod = "shutdownNow")
    WorkerPool packageWorkers(ClaimedWork claimed) {
        return new WorkerPool("package-", PACKAGE_WORKERS, claimed);
    }

    @Bean(destroyMethod = "shutdownNow")
    WorkerPool shipmentWorkers(ClaimedWork claimed) {
        return new WorkerPool("shipment-", SHIPMENT_WORKERS, claimed);
    }

    /** One: feeds are rare, and follow each other. */
    @Bean(destroyMethod = "shutdownNow")
    WorkerPool cancellationWorkers(ClaimedWork claimed) {
        return new WorkerPool("cancellation-", 1, claimed);
    }

    @Bean(destroyMethod = "shutdownNow")
    WorkerPool deliveryWorkers(HubSettings settings, ClaimedWork claimed) {
        long subscribers = settings.receivers().values().stream()
                .flatMap(List::stream)
                .distinct()
                .count();
        return new WorkerPool("delivery-", Claims.HAND_OVERS_AT_A_TIME * (int) Math.max(1, subscribers), claimed);
    }
}
