/** The CA side: profiles, issuing, CRL, hold, release, revocation and the electronic seal. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"order", "shared"})
package org.keyway.certificate;
