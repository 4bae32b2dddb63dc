package org.keyway.ukey;

import org.keyway.certificate.HolderName;

/**
 * The wish to write one key.
 *
 * @param serial what was plugged in; must be the device of this key of the order
 * @param owner account that the key will belong to
 * @param holder whom the certificates name; {@code personName} is the legal representative, or the individual
 * @param years validity of certificates and seal, 1 to 5
 */
public record WriteOrder(
        String orderNo, int keyIndex, String serial, String owner, HolderName holder, int years, WriteSource source) {}
