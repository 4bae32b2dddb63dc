/** Opening an account, signing in, setting a new password. */
package org.keyway.portal.account;
