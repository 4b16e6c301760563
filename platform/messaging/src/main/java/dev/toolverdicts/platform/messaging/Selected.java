package dev.toolverdicts.platform.messaging;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which of the dead letters that wait a decision about many is for. Null says nothing.
///
/// @param key of the record, as text
/// @param cause in the words of [DeadLetter#cause()]
public record Selected(
        @Nullable List<Long> ids,
        @Nullable String consumer,
        @Nullable String topic,
        @Nullable String key,
        @Nullable String cause) {

    public static final Selected ALL = new Selected(null, null, null, null, null);

    public static Selected of(List<Long> ids) {
        return new Selected(ids, null, null, null, null);
    }

    public static Selected ofConsumer(String consumer) {
        return new Selected(null, consumer, null, null, null);
    }

    public boolean isAll() {
        return equals(ALL);
    }
}
