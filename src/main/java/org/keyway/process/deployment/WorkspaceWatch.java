package org.keyway.process.deployment;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Deploys at start, and again within a second when an analyst saves a file; a bad file at start stops the start. */
@Component
@Order(1)
class WorkspaceWatch implements ApplicationRunner {

    private final ProcessDeployment deployment;
    private final Workspace workspace;
    private long deployed;

    WorkspaceWatch(ProcessDeployment deployment, Workspace workspace) {
        this.deployment = deployment;
        this.workspace = workspace;
    }

    @Override
    public synchronized void run(ApplicationArguments arguments) {
        deployed = workspace.fingerprint();
        if (!deployment.deploy().isEmpty()) {
            throw new IllegalStateException("the workspace has errors; see the messages above");
        }
    }

    @Scheduled(fixedDelay = 1000, initialDelay = 5000)
    synchronized void redeployWhenChanged() {
        long now = workspace.fingerprint();
        if (deployment.isReady() && now != deployed) {
            deployed = now;
            deployment.deploy();
        }
    }
}
