package dev.toolverdicts.vote.count;

import java.util.UUID;

/// What a log says of one voter and one tool.
interface OfVoter {

    UUID toolId();

    UUID voterId();
}
