package org.keyway.process.deployment;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** UP only when every diagram, table and form is deployed. */
@Component("deployments")
class DeploymentHealth implements HealthIndicator {

    private final ProcessDeployment deployment;

    DeploymentHealth(ProcessDeployment deployment) {
        this.deployment = deployment;
    }

    @Override
    public Health health() {
        return deployment.isReady()
                ? Health.up().build()
                : Health.outOfService().build();
    }
}
