/// What readers say of reviews: whether one was helpful to them. One answer per voter and review;
/// who is a voter is said by the service that counts votes.
@NullMarked
package dev.toolverdicts.review.helpful;

import org.jspecify.annotations.NullMarked;
