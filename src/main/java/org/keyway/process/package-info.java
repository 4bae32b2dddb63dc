/** The only package that imports Camunda: delegates, listeners, deployment, guards and typed variables. */
package org.keyway.process;
