package org.keyway.order;

/**
 * A field or paper that the reviewer sent back.
 *
 * @param item field name or attachment type of the contract
 * @param code why, e.g. {@code UNREADABLE}; texts are in the message bundle under {@code defect.*}
 * @param note what the reviewer adds; may be empty
 */
public record ReturnedItem(String item, String code, String note) {}
