package dev.toolverdicts.newsletter;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.IntervalTask;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;

/// What looks once a second for changes to tell looks ten times a second: the tests of alerts would
/// mostly wait for it.
final class QuickAlerts implements SchedulingConfigurer {

    private static final String THEIRS = ".alert.";
    private static final Duration EVERY = Duration.ofMillis(100);

    @Override
    public void configureTasks(ScheduledTaskRegistrar registrar) {
        registrar.setFixedDelayTasksList(quick(registrar.getFixedDelayTaskList()));
        registrar.setFixedRateTasksList(quick(registrar.getFixedRateTaskList()));
    }

    private static List<IntervalTask> quick(List<IntervalTask> tasks) {
        var all = new ArrayList<IntervalTask>();
        for (IntervalTask task : tasks) {
            all.add(task.toString().contains(THEIRS) ? new IntervalTask(task.getRunnable(), EVERY) : task);
        }
        return all;
    }
}
