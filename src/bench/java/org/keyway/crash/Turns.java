package org.keyway.crash;

import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.scheduling.config.ScheduledTask;
import org.springframework.scheduling.config.ScheduledTaskHolder;

/** Takes the turns of the application's schedules itself, more often than they are due, each named as a unit of work. */
final class Turns implements ApplicationListener<ContextRefreshedEvent> {

    private static final long PAUSE_NANOS = 1_000_000_000;

    @Override
    public void onApplicationEvent(ContextRefreshedEvent event) {
        if (event.getApplicationContext().getParent() == null) {
            event.getApplicationContext().getBeansOfType(ScheduledTaskHolder.class).values().stream()
                    .flatMap(holder -> holder.getScheduledTasks().stream())
                    .filter(task -> !task.toString().contains("WorkspaceWatch"))
                    .distinct()
                    .toList()
                    .forEach(Turns::take);
        }
    }

    private static void take(ScheduledTask task) {
        task.cancel(false);
        String name = "schedule "
                + List.of(task.toString().split("\\.")).stream()
                        .filter(part -> Character.isUpperCase(part.charAt(0)))
                        .findFirst()
                        .orElse(task.toString());
        Thread turns = new Thread(() -> turn(name, task.getTask().getRunnable()), name);
        turns.setDaemon(true);
        turns.start();
    }

    private static void turn(String name, Runnable work) {
        while (true) {
            LockSupport.parkNanos(PAUSE_NANOS);
            Unit.present().begins(Unit.NOBODY, name);
            work.run();
            Unit.present().ends();
        }
    }
}
