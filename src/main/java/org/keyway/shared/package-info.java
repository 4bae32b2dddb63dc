/** Tiny words that every capability speaks: clock, problems, secrets, Chinese identifiers. Resist additions. */
@org.springframework.modulith.ApplicationModule(
        type = org.springframework.modulith.ApplicationModule.Type.OPEN,
        allowedDependencies = {})
package org.keyway.shared;
