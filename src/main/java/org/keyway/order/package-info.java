/** What was asked for, by whom, how far it is: drafts, forms, materials, history. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared"})
package org.keyway.order;
