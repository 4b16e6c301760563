/// The whole system on one machine without containers: real PostgreSQL, real Kafka, an identity provider, a mailbox and
/// the five services, each a process of its own. [LocalStack] is the map; the other classes know how one kind of
/// process
/// is made, watched and ended.
@NullMarked
package dev.toolverdicts.localstack;

import org.jspecify.annotations.NullMarked;
