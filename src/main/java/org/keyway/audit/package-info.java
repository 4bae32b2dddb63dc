/** Append-only, hash-chained record of who did what. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared"})
package org.keyway.audit;
