/** Messages to people: wording, delivery and receipts. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"order", "shared"})
package org.keyway.notification;
