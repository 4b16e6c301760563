/// How a service's API describes itself: what its signatures do not say about answers, problems and missing values.
@NullMarked
package dev.toolverdicts.platform.web.description;

import org.jspecify.annotations.NullMarked;
