package org.keyway.certificate.softca;

/** The four key pairs of one chain of the soft CA. */
record CaKeys(Signer root, Signer issuing, Signer responder, Signer sealMaker) {}
