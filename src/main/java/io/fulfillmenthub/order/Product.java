package io.fulfillmenthub.order;

/**
 * A product of Commerce's catalogue.
 *
 * @param id Commerce's {@code id}
 * @param sku the SKU in the shop's own spelling
 * @param name its name
 * @param typeId Commerce's {@code type_id}, such as simple
 * @param enabled whether its status is 1
 */
public record Product(long id, String sku, String name, String typeId, boolean enabled) {}
