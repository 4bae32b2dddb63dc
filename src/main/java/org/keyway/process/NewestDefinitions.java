package org.keyway.process;

import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ResourceDefinition;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The newest versions of processes and tables, looked up anew as soon as anything was deployed, by whichever server: the
 * engine's query for them is dear and asked dozens of times for each order, the look at the list of deployments is not.
 */
@Component
public class NewestDefinitions {

    /** What identifies a version. */
    public record Version(String id, String deploymentId) {}

    private record Stamp(long deployments, LocalDateTime newest) {}

    private record Known(
            Stamp stamp, Map<String, Optional<Version>> processes, Map<String, Optional<Version>> tables) {}

    private final RepositoryService repository;
    private final JdbcClient jdbc;
    private volatile Known known;

    NewestDefinitions(RepositoryService repository, JdbcClient jdbc) {
        this.repository = repository;
        this.jdbc = jdbc;
    }

    /** The process of this key; empty when none is deployed. */
    public Optional<Version> process(String key) {
        return look(current().processes(), key, name -> repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(name)
                .latestVersion()
                .singleResult());
    }

    /** The decision table of this key; empty when none is deployed. */
    public Optional<Version> table(String key) {
        return look(current().tables(), key, name -> repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(name)
                .latestVersion()
                .singleResult());
    }

    private static Optional<Version> look(
            Map<String, Optional<Version>> versions, String key, Function<String, ResourceDefinition> query) {
        return versions.computeIfAbsent(key, name -> Optional.ofNullable(query.apply(name))
                .map(found -> new Version(found.getId(), found.getDeploymentId())));
    }

    private Known current() {
        Stamp now = jdbc.sql("select count(*) as deployments, max(deploy_time_) as newest from act_re_deployment")
                .query((row, number) ->
                        new Stamp(row.getLong("deployments"), row.getObject("newest", LocalDateTime.class)))
                .single();
        Known before = known;
        if (before != null && before.stamp().equals(now)) {
            return before;
        }
        Known fresh = new Known(now, new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
        known = fresh;
        return fresh;
    }
}
