/**
 * A CA elsewhere, reached by CMP over HTTP (RFC 9810, RFC 9480, RFC 6712), so that a licensed CA can take over from the
 * built-in one. What the built-in one has issued stays with it.
 */
package org.keyway.certificate.cmp;
