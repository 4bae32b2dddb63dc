/** What service tasks call: order number in, one service call, result out. */
package org.keyway.process.delegate;
