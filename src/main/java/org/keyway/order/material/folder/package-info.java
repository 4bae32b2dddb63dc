/** File store in a folder of the local file system. */
package org.keyway.order.material.folder;
