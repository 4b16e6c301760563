/// Reviews of tools by critics, and the panel's verdict that follows from them. A review, its panel and the event about
/// both change in one transaction.
@NullMarked
package dev.toolverdicts.review.review;

import org.jspecify.annotations.NullMarked;
