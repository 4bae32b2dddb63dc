package org.keyway.ukey;

import java.time.Instant;
import org.keyway.certificate.HolderName;
import org.keyway.certificate.KeyAlgorithm;

/**
 * The wish to write one key.
 *
 * @param kind what is changed on the key
 * @param serial what was plugged in; must be the device of this key of the order
 * @param owner account that the key will belong to
 * @param holder whom the certificates name; {@code personName} is the legal representative, or the individual
 * @param years validity of certificates and seal, 1 to 5, when {@code until} says nothing
 * @param until end of validity of what is written; null counts {@code years} from now
 * @param algorithm of key pairs that are made; those on the key stay what they are
 */
public record WriteOrder(
        WriteKind kind,
        String orderNo,
        int keyIndex,
        String serial,
        String owner,
        HolderName holder,
        int years,
        Instant until,
        WriteSource source,
        KeyAlgorithm algorithm) {

    /** A job that makes RSA pairs, if it makes any. */
    public WriteOrder(
            WriteKind kind,
            String orderNo,
            int keyIndex,
            String serial,
            String owner,
            HolderName holder,
            int years,
            Instant until,
            WriteSource source) {
        this(kind, orderNo, keyIndex, serial, owner, holder, years, until, source, KeyAlgorithm.RSA_2048);
    }
}
