package io.fulfillmenthub.commerce;

import io.fulfillmenthub.order.OrderKey;
import io.fulfillmenthub.order.RemoteCall;
import java.util.List;
import java.util.Map;

/**
 * One request to Commerce's REST API, before authentication.
 *
 * @param operation its name in logs and in the communication-error log
 * @param order the order it is for, null for a question about the shop
 * @param method GET or POST
 * @param store the store view's code, {@code all} for every store
 * @param path from {@code /V1} on, encoded
 * @param query the parameters, not encoded
 * @param content what is sent as JSON
 * @param personal texts that must not come back in an error message
 * @param absence what stands for an answer 404, null where that is a failure
 */
record CommerceCall(
        String operation,
        OrderKey order,
        String method,
        String store,
        String path,
        List<Parameter> query,
        Object content,
        List<String> personal,
        Absence absence)
        implements RemoteCall {

    /** The scope that reads every store. */
    static final String ALL_STORES = "all";

    /**
     * A query parameter.
     *
     * @param name such as {@code searchCriteria[pageSize]}
     * @param value not encoded
     */
    record Parameter(String name, String value) {}

    /**
     * What a call for something that may be absent answers then.
     *
     * @param answer the JSON that stands for nothing
     * @param function whether the shop may lack the function itself, and not only the thing asked for
     */
    record Absence(String answer, boolean function) {}

    /** A read. */
    static CommerceCall get(String operation, OrderKey order, String store, String path, List<Parameter> query) {
        return new CommerceCall(operation, order, "GET", store, path, query, Map.of(), List.of(), null);
    }

    /** A changing call: it must never be repeated before looking. */
    static CommerceCall post(String operation, OrderKey order, String store, String path, Object content) {
        return new CommerceCall(operation, order, "POST", store, path, List.of(), content, List.of(), null);
    }

    /** @return the same call whose error messages are cleared of these texts; absent ones are left out */
    CommerceCall hiding(List<String> texts) {
        return new CommerceCall(operation, order, method, store, path, query, content, texts, absence);
    }

    /** @return the same call for something that may be absent */
    CommerceCall allowingAbsence() {
        return withAbsence(new Absence("{}", false));
    }

    /** @return the same call of a function that not every shop has; then this JSON is the answer */
    CommerceCall orWithoutFunction(String answer) {
        return withAbsence(new Absence(answer, true));
    }

    private CommerceCall withAbsence(Absence allowed) {
        return new CommerceCall(operation, order, method, store, path, query, content, personal, allowed);
    }

    @Override
    public String side() {
        return "commerce";
    }

    @Override
    public String operationName() {
        return operation;
    }

    boolean changing() {
        return !"GET".equals(method);
    }

    String accountId() {
        return order == null ? null : order.accountId();
    }

    /** @return operation and path, no content */
    @Override
    public String toString() {
        return "CommerceCall[" + operation + "]";
    }
}
