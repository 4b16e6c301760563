/** Who is voting, without an account: the signed cookie, the receipts a browser carries and the token of a form. */
@NullMarked
package dev.toolverdicts.vote.voter;

import org.jspecify.annotations.NullMarked;
