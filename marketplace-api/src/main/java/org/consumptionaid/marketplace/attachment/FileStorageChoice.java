package org.consumptionaid.marketplace.attachment;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Chooses where files lie. */
@Configuration(proxyBeanMethods = false)
class FileStorageChoice {
    @Bean
    FileStorage disk(@Value("${marketplace.files.folder}") Path folder) {
        return new DiskStorage(folder);
    }
}
