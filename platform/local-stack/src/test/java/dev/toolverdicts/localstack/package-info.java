/// Proves the launcher piece by piece, and PostgreSQL and Kafka for real.
package dev.toolverdicts.localstack;
