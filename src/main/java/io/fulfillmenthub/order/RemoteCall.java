package io.fulfillmenthub.order;

/** One call to a remote side on its way, as monitoring sees it. */
public interface RemoteCall {

    /** @return {@code amazon} or {@code commerce} */
    String side();

    /** @return what is called, such as {@code search-orders} */
    String operationName();
}
