package org.keyway.order;

import java.util.List;

/**
 * A row of the catalogue {@code special-services}: a simple service that needs no diagram of its own.
 *
 * @param form name of its own start form without folder and suffix; empty for the general one
 * @param documents attachment types that must be handed in
 * @param feeCents price in CNY cents
 * @param group candidate group that does it
 */
public record SpecialService(
        String code, String name, String form, List<String> documents, long feeCents, String group) {}
