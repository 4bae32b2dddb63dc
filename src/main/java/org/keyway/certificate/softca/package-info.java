/** The built-in CA over Bouncy Castle: root, issuing CA, OCSP responder and seal maker in encrypted files or a token. */
package org.keyway.certificate.softca;
