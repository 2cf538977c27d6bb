package io.fulfillmenthub.order;

import java.util.List;

/**
 * What an order's creation needs of the shop's own directory.
 *
 * @param store the store view that receives the order
 * @param regions the regions of the destination's country, empty where Commerce knows none
 */
public record CommerceDirectory(StoreView store, List<Region> regions) {}
