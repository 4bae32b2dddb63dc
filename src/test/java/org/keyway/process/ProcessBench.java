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
import org.keyway.order.form.FormParts;

/** One engine without Spring for all path tests: every diagram, form and table of the house, fakes behind the beans. */
final class ProcessBench {

    static final FakeHouse HOUSE = new FakeHouse();
    private static ProcessEngine engine;

    private ProcessBench() {}

    static synchronized ProcessEngine engine() {
        if (engine == null) {
            var configuration = new StandaloneInMemProcessEngineConfiguration();
            configuration.setProcessEngineName("bench");
            configuration.setJdbcUrl("jdbc:h2:mem:bench;DB_CLOSE_DELAY=-1");
            configuration.setJobExecutorActivate(false);
            configuration.setBeans(new HashMap<>(HOUSE.beans()));
            engine = configuration.buildProcessEngine();
            var deployment = engine.getRepositoryService().createDeployment().name("bench");
            FormParts.joined(folder("processes", "forms"))
                    .forEach((name, bytes) -> deployment.addInputStream(name, new ByteArrayInputStream(bytes)));
            deployment.deploy();
        }
        return engine;
    }

    /** The files of the folders as the product deploys them: stable relative name to content, dot-folders left out. */
    static Map<String, byte[]> folder(String... roots) {
        Map<String, byte[]> files = new TreeMap<>();
        for (String root : roots) {
            try (Stream<Path> paths = Files.walk(Path.of(root))) {
                for (Path path : paths.filter(Files::isRegularFile).toList()) {
                    String name = path.toString().replace('\\', '/');
                    if (!name.contains("/.")) {
                        files.put(name, Files.readAllBytes(path));
                    }
                }
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
        return files;
    }
}
