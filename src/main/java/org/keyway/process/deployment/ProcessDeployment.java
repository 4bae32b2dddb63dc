package org.keyway.process.deployment;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.keyway.process.DiagramBean;
import org.keyway.process.lint.LintFinding;
import org.keyway.process.lint.ModelLint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Deploys the workspace: linted as a whole first, all or nothing; one deployment per business line (its diagram and its
 * forms) and one for what the lines share. Unchanged content makes no new version.
 */
@Component
public class ProcessDeployment {

    private static final Logger LOG = LoggerFactory.getLogger(ProcessDeployment.class);

    private final RepositoryService repository;
    private final Workspace workspace;
    private final ListableBeanFactory beans;
    private final TransactionOperations transaction;
    private volatile boolean ready;

    ProcessDeployment(
            RepositoryService repository,
            Workspace workspace,
            ListableBeanFactory beans,
            TransactionOperations transaction) {
        this.repository = repository;
        this.workspace = workspace;
        this.beans = beans;
        this.transaction = transaction;
    }

    /** Deploys what is in the workspace now; a finding stops everything and leaves the old versions running. */
    public List<LintFinding> deploy() {
        SortedMap<String, byte[]> files = workspace.read();
        List<LintFinding> findings = ModelLint.check(files, diagramBeans());
        if (findings.isEmpty()) {
            transaction.executeWithoutResult(
                    status -> DeploymentGroups.of(files).forEach(this::deploy));
            ready = true;
        }
        findings.forEach(finding -> LOG.error("{}", finding.text()));
        return findings;
    }

    /** Whether the workspace was deployed at least once since the start. */
    public boolean isReady() {
        return ready;
    }

    private void deploy(String name, SortedMap<String, byte[]> files) {
        DeploymentBuilder builder = repository
                .createDeployment()
                .name("keyway/" + name)
                .source("workspace")
                .enableDuplicateFiltering(false);
        files.forEach((file, content) -> builder.addInputStream(file, new ByteArrayInputStream(content)));
        var deployed = builder.deployWithResult().getDeployedProcessDefinitions();
        if (deployed != null) {
            LOG.info(
                    "deployed {}: {}",
                    name,
                    deployed.stream()
                            .map(d -> d.getKey() + " v" + d.getVersion())
                            .toList());
        }
    }

    private Set<String> diagramBeans() {
        return java.util.Arrays.stream(beans.getBeanNamesForAnnotation(DiagramBean.class))
                .collect(Collectors.toSet());
    }
}
