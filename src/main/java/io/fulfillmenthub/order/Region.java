package io.fulfillmenthub.order;

/**
 * A region of Commerce's directory ({@code GET /V1/directory/countries/…}).
 *
 * @param id Commerce's {@code region_id}
 * @param code such as CA
 * @param name such as California
 */
public record Region(long id, String code, String name) {}
