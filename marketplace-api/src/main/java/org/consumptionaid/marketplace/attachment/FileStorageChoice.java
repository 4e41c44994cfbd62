package org.consumptionaid.marketplace.attachment;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Files lie in the bucket that the settings name, or else in a folder. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(S3Settings.class)
class FileStorageChoice {
    @Bean
    FileStorage fileStorage(
            @Value("${marketplace.files.folder}") Path folder, S3Settings settings) {
        return settings.isChosen() ? S3Storage.of(settings) : new DiskStorage(folder);
    }
}
