package io.fulfillmenthub;

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
    WorkerPool orderWorkers(HubSettings settings) {
        return new WorkerPool("order-", settings.orders().parallelism());
    }

    @Bean(destroyMethod = "shutdownNow")
    WorkerPool packageWorkers() {
        return new WorkerPool("package-", PACKAGE_WORKERS);
    }

    @Bean(destroyMethod = "shutdownNow")
    WorkerPool shipmentWorkers() {
        return new WorkerPool("shipment-", SHIPMENT_WORKERS);
    }

    /** One: feeds are rare, and follow each other. */
    @Bean(destroyMethod = "shutdownNow")
    WorkerPool cancellationWorkers() {
        return new WorkerPool("cancellation-", 1);
    }

    @Bean(destroyMethod = "shutdownNow")
    WorkerPool deliveryWorkers(HubSettings settings) {
        long subscribers = settings.subscribers().bySlot().values().stream()
                .flatMap(List::stream)
                .distinct()
                .count();
        return new WorkerPool("delivery-", Claims.HAND_OVERS_AT_A_TIME * (int) Math.max(1, subscribers));
    }
}
