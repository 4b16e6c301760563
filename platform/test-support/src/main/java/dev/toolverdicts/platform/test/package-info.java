/** Real PostgreSQL and Kafka, access tokens and contract checks for the tests of every service. Test scope only. */
@NullMarked
package dev.toolverdicts.platform.test;

import org.jspecify.annotations.NullMarked;
