/** Uploaded papers: content-addressed files, type detection, limits and page images. */
@org.springframework.modulith.NamedInterface("material")
package org.keyway.order.material;
