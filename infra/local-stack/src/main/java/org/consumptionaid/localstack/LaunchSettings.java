package org.consumptionaid.localstack;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What the person at the terminal asked for.
 *
 * @param data folder of all that is kept
 * @param fresh whether that folder is emptied first
 * @param environment the variables the launcher was started with
 */
record LaunchSettings(
        Path data, boolean fresh, Ports ports, Jars jars, Map<String, String> environment) {

    /** One TCP port for each server. */
    record Ports(int postgres, int elasticsearch, int stripe, int api, int indexer, int console) {}

    /** The applications to run. */
    record Jars(Path api, Path indexer, Path console) {}

    /** A server of one's own, named by a variable in place of the embedded one. */
    Optional<String> own(String variable) {
        return Optional.ofNullable(environment.get(variable)).filter(value -> !value.isBlank());
    }
}
