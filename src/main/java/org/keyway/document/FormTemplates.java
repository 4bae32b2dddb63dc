package org.keyway.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.keyway.shared.KeywayProperties;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.AbstractConfigurableTemplateResolver;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.thymeleaf.templateresolver.FileTemplateResolver;

/** The HTML templates in {@code templates/pdf}: the workspace's copy is read anew each time, else the jar's. */
@Component
final class FormTemplates {

    private static final String FOLDER = "templates/pdf/";
    private static final String ENDING = ".html";
    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{0,40}");
    private static final Pattern FIELD = Pattern.compile("\\b(?:f|options)\\.([A-Za-z][A-Za-z0-9]*)");

    private final Path workspace;
    private final SpringTemplateEngine engine = new SpringTemplateEngine();

    FormTemplates(KeywayProperties properties) {
        workspace = properties.workspace().toAbsolutePath().resolve(FOLDER);
        FileTemplateResolver files = new FileTemplateResolver();
        files.setOrder(1);
        engine.addTemplateResolver(configured(files, workspace + "/", false));
        ClassLoaderTemplateResolver inside = new ClassLoaderTemplateResolver();
        inside.setOrder(2);
        engine.addTemplateResolver(configured(inside, FOLDER, true));
    }

    boolean offers(String code) {
        return code != null && source(code).isPresent();
    }

    /** Names of the order's fields that the template prints itself. */
    Set<String> fieldsIn(String code) {
        Set<String> names = new TreeSet<>();
        Matcher matcher = FIELD.matcher(source(code).orElse(""));
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    String html(String code, Map<String, Object> model) {
        return engine.process(code, new Context(Locale.SIMPLIFIED_CHINESE, model));
    }

    private Optional<String> source(String code) {
        if (!CODE.matcher(code).matches() || code.startsWith("part-")) {
            return Optional.empty();
        }
        Path file = workspace.resolve(code + ENDING);
        try (InputStream in = Files.isRegularFile(file)
                ? Files.newInputStream(file)
                : FormTemplates.class.getResourceAsStream("/" + FOLDER + code + ENDING)) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static AbstractConfigurableTemplateResolver configured(
            AbstractConfigurableTemplateResolver resolver, String prefix, boolean cached) {
        resolver.setPrefix(prefix);
        resolver.setSuffix(ENDING);
        resolver.setCharacterEncoding("UTF-8");
        resolver.setCacheable(cached);
        resolver.setCheckExistence(true);
        return resolver;
    }
}
