/** E-invoices: asked for, issued by the tax platform, taken back by a red letter. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"order", "shared"})
package org.keyway.invoice;
