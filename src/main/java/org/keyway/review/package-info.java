/** Decisions on applications, item-wise defects, pre-check and the four-eyes rule. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"order", "order :: form", "order :: material", "shared", "subscriber"})
package org.keyway.review;
