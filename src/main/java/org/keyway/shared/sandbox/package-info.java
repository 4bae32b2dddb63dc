/** What every sandbox partner of the demo needs: a signing key and a postman for its notices. */
package org.keyway.shared.sandbox;
