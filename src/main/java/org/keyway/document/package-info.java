/** PDF application forms and page images of papers. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"order", "order :: form", "order :: material", "shared"})
package org.keyway.document;
