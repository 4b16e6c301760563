package dev.toolverdicts.system.faults;

/// Where a vote is in its topic. Places of one ballot are in one partition, so their offsets are its order.
record Place(int partition, long offset) {

    @Override
    public String toString() {
        return partition + ":" + offset;
    }
}
