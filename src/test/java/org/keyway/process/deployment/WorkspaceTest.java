package org.keyway.process.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyway.shared.KeywayProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class WorkspaceTest {

    @TempDir
    private Path folder;

    @Test
    void isTheFolderInWhichTheProductIsStarted() {
        new ApplicationContextRunner()
                .withInitializer(new ConfigDataApplicationContextInitializer())
                .withUserConfiguration(Settings.class)
                .run(context -> assertThat(
                                context.getBean(KeywayProperties.class).workspace())
                        .isEqualTo(Path.of("").toAbsolutePath()));
    }

    @Test
    void noticesEverySavedFileButNotHiddenOnes() throws IOException {
        Path forms = Files.createDirectories(folder.resolve("forms"));
        Files.createDirectories(folder.resolve("processes"));
        Path form = Files.writeString(forms.resolve("pack.form"), "{}");
        Workspace workspace = workspace();
        long before = workspace.fingerprint();
        Files.writeString(forms.resolve(".pack.form.swp"), "x");
        assertThat(workspace.fingerprint()).isEqualTo(before);
        Files.writeString(form, "{ }");
        assertThat(workspace.fingerprint()).isNotEqualTo(before);
        assertThat(workspace.read()).containsOnlyKeys("forms/pack.form");
    }

    @Test
    void fallsBackToWhatIsInTheJar() {
        assertThat(workspace().read()).containsKeys("processes/new-issuance.bpmn", "forms/review.html");
        assertThat(workspace().fingerprint()).isZero();
    }

    private Workspace workspace() {
        return new Workspace(new KeywayProperties(folder, folder, false, "http://localhost", "s".repeat(32)));
    }

    @EnableConfigurationProperties(KeywayProperties.class)
    static class Settings {}
}
