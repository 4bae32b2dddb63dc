/** The form is the schema: reads the deployed HTML forms and enforces their constraints on the server. */
@org.springframework.modulith.NamedInterface("form")
package org.keyway.order.form;
