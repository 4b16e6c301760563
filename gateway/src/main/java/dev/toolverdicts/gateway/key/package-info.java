/// Keys of programs that read much: made and taken back at the desk, kept as hashes in the store
/// that all copies share, found without asking it for each request. A key is a larger quota and
/// nothing else.
@NullMarked
package dev.toolverdicts.gateway.key;

import org.jspecify.annotations.NullMarked;
