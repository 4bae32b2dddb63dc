/** Parcels, tracking, hand-over and sign-for. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"order", "shared"})
package org.keyway.shipping;
