package org.keyway.process.deployment;

import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.keyway.order.BusinessLine;

/**
 * The deployments of a workspace: one per business line with its diagram, its start forms and the forms of its steps, and
 * {@code shared} with the rest. Forms are bound to the deployment of their diagram, so a form that several use is in each.
 */
final class DeploymentGroups {

    private static final String SHARED = "shared";
    private static final Pattern FORM = Pattern.compile("camunda:formRef=\"([\\w-]+)\"");

    private final SortedMap<String, SortedMap<String, byte[]>> groups = new TreeMap<>();

    private DeploymentGroups() {}

    /** Name of the deployment to its files by name. */
    static SortedMap<String, SortedMap<String, byte[]>> of(SortedMap<String, byte[]> files) {
        DeploymentGroups deployments = new DeploymentGroups();
        files.forEach((name, content) -> {
            String group = groupOf(name);
            deployments.add(group, name, content);
            Matcher form = FORM.matcher(name.endsWith(".bpmn") ? new String(content, StandardCharsets.UTF_8) : "");
            while (form.find()) {
                String used = "forms/" + form.group(1) + ".form";
                deployments.add(group, used, files.get(used));
            }
        });
        return deployments.groups;
    }

    private void add(String group, String file, byte[] content) {
        groups.computeIfAbsent(group, name -> new TreeMap<>()).put(file, content);
    }

    private static String groupOf(String file) {
        String name = file.substring(file.indexOf('/') + 1);
        for (BusinessLine line : BusinessLine.values()) {
            if (name.equals(line.slug() + ".bpmn") || name.startsWith(line.slug() + "-start")) {
                return line.slug();
            }
        }
        return SHARED;
    }
}
