/** Key stock and life cycle, key-writing jobs, one-time codes and the key agent. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"order", "shared", "certificate"})
package org.keyway.ukey;
