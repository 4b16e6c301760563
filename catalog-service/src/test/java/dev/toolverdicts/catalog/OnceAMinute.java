package dev.toolverdicts.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.springframework.scheduling.config.ScheduledTask;
import org.springframework.scheduling.config.ScheduledTaskHolder;

/// What a service does once a minute, done when a test says so and from then on at no other time: a
/// minute of the clock that ends in the middle of a test would count as one more.
record OnceAMinute(List<ScheduledTask> tasks) {

    static OnceAMinute of(Set<ScheduledTaskHolder> scheduled, String service) {
        List<ScheduledTask> tasks = scheduled.stream()
                .flatMap(holder -> holder.getScheduledTasks().stream())
                .filter(task -> task.toString().contains(service))
                .toList();
        assertThat(tasks).as(service).isNotEmpty();
        tasks.forEach(task -> task.cancel(false));
        return new OnceAMinute(tasks);
    }

    void passes() {
        tasks.forEach(task -> task.getTask().getRunnable().run());
    }
}
