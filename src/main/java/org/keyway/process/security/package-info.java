/** Who may sign in and reach what. */
package org.keyway.process.security;
