package io.fulfillmenthub.commerce;

import io.fulfillmenthub.commerce.CommerceCall.Parameter;
import java.util.ArrayList;
import java.util.List;

/** Commerce's searchCriteria: groups are ANDed, the filters within a group ORed. */
final class CommerceSearch {

    private final List<Parameter> parameters = new ArrayList<>();
    private int groups;

    /**
     * A condition on a column.
     *
     * @param field the column
     * @param condition such as eq, in, gt, gteq
     * @param value a single value, or several with commas for in
     */
    record Filter(String field, String condition, String value) {}

    /** Adds a condition: one of the filters must hold. */
    CommerceSearch where(List<Filter> anyOf) {
        for (int i = 0; i < anyOf.size(); i++) {
            String filter = "searchCriteria[filter_groups][" + groups + "][filters][" + i + "]";
            parameters.add(new Parameter(filter + "[field]", anyOf.get(i).field()));
            parameters.add(new Parameter(filter + "[value]", anyOf.get(i).value()));
            parameters.add(
                    new Parameter(filter + "[condition_type]", anyOf.get(i).condition()));
        }
        groups++;
        return this;
    }

    CommerceSearch where(String field, String condition, Object value) {
        return where(List.of(new Filter(field, condition, String.valueOf(value))));
    }

    CommerceSearch ascendingBy(String field) {
        parameters.add(new Parameter("searchCriteria[sortOrders][0][field]", field));
        parameters.add(new Parameter("searchCriteria[sortOrders][0][direction]", "ASC"));
        return this;
    }

    CommerceSearch pageSize(int size) {
        parameters.add(new Parameter("searchCriteria[pageSize]", String.valueOf(size)));
        return this;
    }

    /** @param fields what to answer, in Commerce's notation */
    List<Parameter> answering(String fields) {
        List<Parameter> all = new ArrayList<>(parameters);
        all.add(new Parameter("fields", fields));
        return all;
    }
}
