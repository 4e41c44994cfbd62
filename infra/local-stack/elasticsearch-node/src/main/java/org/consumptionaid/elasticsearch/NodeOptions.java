package org.consumptionaid.elasticsearch;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * What the node is told on its command line.
 *
 * @param data folder of the indexes, created when missing
 * @param port HTTP port on the loopback interface
 */
record NodeOptions(Path data, int port) {

    private static final String USAGE = "usage: --data DIR --port N";

    static NodeOptions parse(String... arguments) {
        if (arguments.length % 2 != 0) {
            throw new IllegalArgumentException(USAGE);
        }
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < arguments.length; i += 2) {
            values.put(arguments[i], arguments[i + 1]);
        }
        String data = values.remove("--data");
        String port = values.remove("--port");
        if (data == null || port == null || !values.isEmpty()) {
            throw new IllegalArgumentException(USAGE);
        }
        return new NodeOptions(Path.of(data).toAbsolutePath(), Integer.parseInt(port));
    }
}
