/** The job protocol between the server, which decides, and the side where the token is plugged in. */
@org.springframework.modulith.NamedInterface("job")
package org.keyway.ukey.job;
