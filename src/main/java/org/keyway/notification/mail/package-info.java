/** E-mail over SMTP. */
package org.keyway.notification.mail;
