/** The built-in CA over Bouncy Castle: root, issuing CA, OCSP responder and seal maker in one encrypted keystore. */
package org.keyway.certificate.softca;
