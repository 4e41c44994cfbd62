package org.consumptionaid.localstack;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How a program is called.
 *
 * @param words the executable and its arguments
 * @param environment variables set on top of the starter's own
 * @param unset variables that the program shall not inherit
 */
record Command(List<String> words, Map<String, String> environment, Set<String> unset) {

    /** A Java program on the Java that runs now. */
    static Command java(Collection<String> options, List<String> program) {
        List<String> words = new ArrayList<>();
        words.add(javaExecutable());
        words.addAll(options);
        words.addAll(program);
        return new Command(List.copyOf(words), Map.of(), Set.of());
    }

    Command with(Map<String, String> variables) {
        return new Command(words, Map.copyOf(variables), unset);
    }

    Command without(Set<String> variables) {
        return new Command(words, environment, Set.copyOf(variables));
    }

    ProcessBuilder builder() {
        ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.environment().keySet().removeAll(unset);
        builder.environment().putAll(environment);
        return builder;
    }

    private static String javaExecutable() {
        return ProcessHandle.current()
                .info()
                .command()
                .orElseGet(() -> System.getProperty("java.home") + "/bin/java");
    }
}
