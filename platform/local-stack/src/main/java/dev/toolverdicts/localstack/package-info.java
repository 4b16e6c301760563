/** The whole system on one machine: real PostgreSQL, real Kafka, a key server, a mailbox and the five services. */
@NullMarked
package dev.toolverdicts.localstack;

import org.jspecify.annotations.NullMarked;
