package org.keyway.certificate.softca;

import java.util.function.Function;
import org.keyway.certificate.KeyAlgorithm;

/** Where the CA's keys live, with their certificates; what is not there is made, whole or not at all. */
interface KeyHome {

    /** The four pairs of a chain. */
    CaKeys chain(KeyAlgorithm algorithm, Function<Pairs, CaKeys> maker);

    /** An RSA pair beside the chain. */
    Signer single(String name, Function<Pairs, Signer> maker);
}
