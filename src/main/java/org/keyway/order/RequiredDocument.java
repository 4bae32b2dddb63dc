package org.keyway.order;

import java.util.List;

/**
 * One paper that an order needs, from the decision table {@code required-documents}.
 *
 * @param type attachment type of the contract, e.g. {@code business-licence}
 * @param formats media types that are accepted
 * @param templateUrl where the blank or filled form can be fetched; null when there is none
 */
public record RequiredDocument(String type, String name, boolean required, List<String> formats, String templateUrl) {}
