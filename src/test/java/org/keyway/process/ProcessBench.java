package org.keyway.process;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;

/** One engine without Spring for all path tests: every diagram, form and table of the house, and fakes behind the bean names. */
final class ProcessBench {

    static final FakeHouse HOUSE = new FakeHouse();
    private static ProcessEngine engine;

    private ProcessBench() {}

    static synchronized ProcessEngine engine() {
        if (engine == null) {
            var configuration = new StandaloneInMemProcessEngineConfiguration();
            configuration.setJdbcUrl("jdbc:h2:mem:bench;DB_CLOSE_DELAY=-1");
            configuration.setJobExecutorActivate(false);
            configuration.setEnforceHistoryTimeToLive(true);
            configuration.setBeans(new HashMap<>(HOUSE.beans()));
            engine = configuration.buildProcessEngine();
            var deployment = engine.getRepositoryService().createDeployment().name("bench");
            folder("processes", "forms").forEach((name, bytes) -> deployment.addInputStream(name, new ByteArrayInputStream(bytes)));
            deployment.deploy();
        }
        return engine;
    }

    /** The files of the folders as the product deploys them: stable relative name to content. */
    static Map<String, byte[]> folder(String... roots) {
        Map<String, byte[]> files = new TreeMap<>();
        for (String root : roots) {
            try (Stream<Path> paths = Files.walk(Path.of(root))) {
                for (Path path : paths.filter(Files::isRegularFile).toList()) {
                    files.put(path.toString().replace('\\', '/'), Files.readAllBytes(path));
                }
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
        return files;
    }
}
