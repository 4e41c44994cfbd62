package org.consumptionaid.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds of the files of every page. */
class TemplatesTest {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Pattern KEY =
            Pattern.compile("#\\{([a-z][\\w.-]*)|#messages\\.msg\\('([\\w.-]+)'[,)]");

    @Test
    void hasTheSameMessagesInBothLanguages() throws IOException {
        assertThat(keys("messages.properties")).isEqualTo(keys("messages_en.properties"));
    }

    @Test
    void hasEveryMessageATemplateNames() throws IOException {
        Set<String> named = new TreeSet<>();
        for (String template : templates()) {
            KEY.matcher(template).results().map(TemplatesTest::key).forEach(named::add);
        }

        assertThat(keys("messages.properties")).containsAll(named);
    }

    /** A data block is the one script element that no browser runs. */
    @Test
    void holdsNoInlineScriptOrStyle() throws IOException {
        assertThat(templates())
                .isNotEmpty()
                .allSatisfy(template ->
                        assertThat(template.replace("<script type=\"application/ld+json\"", ""))
                                .doesNotContainPattern("<script(?![^>]*src=)")
                                .doesNotContainPattern("<style|[ :]style=|\\son[a-z]+=")
                                .doesNotContain("hx-on", "javascript:", "js:"));
    }

    private static String key(MatchResult match) {
        return match.group(1) == null ? match.group(2) : match.group(1);
    }

    private static Set<String> keys(String file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(RESOURCES.resolve(file))) {
            properties.load(reader);
        }
        return new TreeSet<>(properties.stringPropertyNames());
    }

    private static List<String> templates() throws IOException {
        try (Stream<Path> files = Files.walk(RESOURCES.resolve("templates"))) {
            return files.filter(Files::isRegularFile).map(TemplatesTest::read).toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
