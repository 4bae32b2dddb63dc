/**
 * A key management centre inside this server: software, not a certified device. It makes encryption keys, keeps them
 * locked under the deployment secret, and delivers them enveloped.
 */
package org.keyway.certificate.kmc;
