/** The trading centre's system: credit library, key binding, bid opening times. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"order", "shared"})
package org.keyway.trading;
