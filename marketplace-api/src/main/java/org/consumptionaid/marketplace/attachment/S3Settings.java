package org.consumptionaid.marketplace.attachment;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.StringUtils;

/**
 * A bucket of an S3-compatible store.
 *
 * @param bucket empty: none
 * @param endpoint empty: Amazon's of the region
 * @param pathStyle whether the bucket's name goes into the path, as most stores but Amazon's want
 */
@ConfigurationProperties("marketplace.files.s3")
record S3Settings(
        String bucket,
        String endpoint,
        String region,
        String accessKey,
        String secretKey,
        boolean pathStyle) {

    boolean isChosen() {
        return StringUtils.hasText(bucket);
    }

    boolean hasEndpoint() {
        return StringUtils.hasText(endpoint);
    }

    @Override
    public String toString() {
        return "bucket %s at %s".formatted(bucket, endpoint);
    }
}
