/** SF Express over its open platform. */
package org.keyway.shipping.sf;
