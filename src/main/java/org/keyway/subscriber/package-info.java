/** Account, organisation, handler and credit-library approval. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared"})
package org.keyway.subscriber;
