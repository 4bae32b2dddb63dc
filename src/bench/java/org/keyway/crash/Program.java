package org.keyway.crash;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * The class path as jars, with an archive of loaded classes (application class data sharing), because a JVM that dies
 * often has to start fast.
 */
final class Program {

    private final Path folder;
    private final String classPath;
    private boolean shared;

    Program(Path folder) throws IOException {
        this.folder = folder;
        List<String> parts = new ArrayList<>();
        for (String part : System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                .split(System.getProperty("path.separator"))) {
            Path place = Path.of(part);
            if (Files.isDirectory(place)) {
                parts.add(jar(place, parts.size()).toString());
            } else if (Files.exists(place)) {
                parts.add(part);
            }
        }
        classPath = String.join(System.getProperty("path.separator"), parts);
    }

    /** The command line up to the main class. */
    List<String> command() {
        List<String> command = new ArrayList<>(List.of(java(), "-XX:+UseSerialGC"));
        command.add(
                shared
                        ? "-XX:SharedArchiveFile=" + folder.resolve("classes.jsa")
                        : "-XX:DumpLoadedClassList=" + folder.resolve("classes.txt"));
        command.addAll(List.of("-cp", classPath));
        return command;
    }

    /** The classes that an earlier run has loaded. */
    void knows(Path list) throws IOException {
        Files.copy(list, folder.resolve("classes.txt"));
    }

    /** From now on starts use what the starts before have loaded. */
    void share() throws IOException, InterruptedException {
        Path list = folder.resolve("classes.txt");
        List<String> classes = Files.readAllLines(list).stream()
                .filter(line -> !line.startsWith("@lambda"))
                .toList();
        Files.write(list, classes);
        Process dump = new ProcessBuilder(
                        java(),
                        "-Xshare:dump",
                        "-XX:+UseSerialGC",
                        "-XX:SharedClassListFile=" + list,
                        "-XX:SharedArchiveFile=" + folder.resolve("classes.jsa"),
                        "-cp",
                        classPath)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("share.log").toFile())
                .start();
        if (!dump.waitFor(300, TimeUnit.SECONDS)) {
            dump.destroyForcibly().waitFor();
        }
        shared = dump.exitValue() == 0;
        System.out.println(shared ? "starts share loaded classes" : "starts share nothing, see " + folder);
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private Path jar(Path classes, int number) throws IOException {
        Path jar = folder.resolve("classes-" + number + ".jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file);
                Stream<Path> all = Files.walk(classes)) {
            out.setLevel(0);
            for (Path each : all.filter(path -> !path.equals(classes)).toList()) {
                String name = classes.relativize(each).toString().replace('\\', '/');
                out.putNextEntry(new JarEntry(Files.isDirectory(each) ? name + "/" : name));
                if (Files.isRegularFile(each)) {
                    Files.copy(each, out);
                }
                out.closeEntry();
            }
        }
        return jar;
    }
}
