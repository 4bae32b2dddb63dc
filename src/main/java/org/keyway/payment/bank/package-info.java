/** Money that comes by bank transfer to the centre's account and that finance finds by its remark. */
package org.keyway.payment.bank;
