package org.consumptionaid.marketplace.attachment;

import java.net.URI;
import java.nio.channels.Channels;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.dao.TransientDataAccessResourceException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/**
 * Objects in a bucket. The client blocks, so it works off the event loop, one buffer at a time;
 * checksums are sent only where S3 itself demands them, since many compatible stores know no
 * others.
 */
final class S3Storage implements FileStorage, AutoCloseable {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);
    private static final Duration SOCKET_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration CALL_TIMEOUT = Duration.ofSeconds(60);
    private static final int PIECE_BYTES = 64 << 10;

    private final S3Client client;
    private final String bucket;

    private S3Storage(S3Client client, String bucket) {
        this.client = client;
        this.bucket = bucket;
    }

    static S3Storage of(S3Settings settings) {
        S3ClientBuilder builder =
                S3Client.builder()
                        .region(Region.of(settings.region()))
                        .credentialsProvider(
                                StaticCredentialsProvider.create(
                                        AwsBasicCredentials.create(
                                                settings.accessKey(), settings.secretKey())))
                        .forcePathStyle(settings.pathStyle())
                        .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                        .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                        .httpClientBuilder(
                                UrlConnectionHttpClient.builder()
                                        .connectionTimeout(CONNECT_TIMEOUT)
                                        .socketTimeout(SOCKET_TIMEOUT))
                        .overrideConfiguration(calls -> calls.apiCallTimeout(CALL_TIMEOUT));
        if (settings.hasEndpoint()) {
            builder.endpointOverride(URI.create(settings.endpoint()));
        }
        return new S3Storage(builder.build(), settings.bucket());
    }

    @Override
    public Mono<Void> keep(String sha256, Path file) {
        return offLoop(() ->
                client.putObject(
                        request -> request.bucket(bucket).key(sha256), RequestBody.fromFile(file)));
    }

    @Override
    public Flux<DataBuffer> read(String sha256) {
        return DataBufferUtils.readByteChannel(
                        () ->
                                Channels.newChannel(
                                        client.getObject(
                                                request -> request.bucket(bucket).key(sha256))),
                        DefaultDataBufferFactory.sharedInstance,
                        PIECE_BYTES)
                .subscribeOn(Schedulers.boundedElastic())
                .onErrorMap(S3Storage::isAway, S3Storage::away);
    }

    @Override
    public Mono<Void> delete(String sha256) {
        return offLoop(() -> client.deleteObject(request -> request.bucket(bucket).key(sha256)));
    }

    @Override
    public void close() {
        client.close();
    }

    private static Mono<Void> offLoop(Callable<?> call) {
        return Mono.fromCallable(call)
                .subscribeOn(Schedulers.boundedElastic())
                .onErrorMap(S3Storage::isAway, S3Storage::away)
                .then();
    }

    /** A file that should be there and is not is a defect, no outage. */
    private static boolean isAway(Throwable error) {
        return error instanceof SdkException && !(error instanceof NoSuchKeyException);
    }

    private static Throwable away(Throwable error) {
        return new TransientDataAccessResourceException("the file store does not answer", error);
    }
}
