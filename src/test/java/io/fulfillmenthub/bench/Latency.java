package io.fulfillmenthub.bench;

/** How much later the answers of both sides come, in milliseconds. */
record Latency(int commerceMillis, int amazonMillis) {

    @Override
    public String toString() {
        return commerceMillis + "/" + amazonMillis + " ms";
    }
}
