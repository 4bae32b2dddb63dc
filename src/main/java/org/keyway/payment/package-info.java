/** What is owed and paid: payment, notice, refund. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"order", "shared"})
package org.keyway.payment;
