package org.consumptionaid.console.market;

import java.net.http.HttpClient;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/** Builds {@link MarketplaceApi} and {@link FileTransfer} over HTTP. */
@Configuration(proxyBeanMethods = false)
class ApiClient {

    static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
    static final Duration READ_TIMEOUT = Duration.ofSeconds(10);

    /** A workbook of thousands of rows is read, or written, before the answer begins. */
    static final Duration FILE_TIMEOUT = Duration.ofMinutes(1);

    /** The papers of a year go through while they are put together. */
    static final Duration PACKAGE_TIMEOUT = Duration.ofMinutes(30);

    @Bean
    MarketplaceApi marketplaceApi(
            ApiSettings settings, RestClient.Builder builder, JsonMapper mapper) {
        RestClient client =
                configured(settings, builder, lenient(mapper), READ_TIMEOUT)
                        .requestInterceptor(new OnBehalfOfVisitor())
                        .build();
        return HttpServiceProxyFactory.builderFor(RestClientAdapter.create(client))
                .build()
                .createClient(MarketplaceApi.class);
    }

    /** Without an interceptor: those get the whole body, and files should only pass through. */
    @Bean
    FileTransfer fileTransfer(ApiSettings settings, RestClient.Builder builder, JsonMapper mapper) {
        JsonMapper json = lenient(mapper);
        return new FileTransfer(
                files(settings, builder.clone(), json, FILE_TIMEOUT),
                files(settings, builder.clone(), json, PACKAGE_TIMEOUT),
                json);
    }

    private static RestClient files(
            ApiSettings settings, RestClient.Builder builder, JsonMapper json, Duration timeout) {
        return configured(settings, builder, json, timeout)
                .requestInitializer(request -> OnBehalfOfVisitor.sign(request.getHeaders()))
                .build();
    }

    private static RestClient.Builder configured(
            ApiSettings settings, RestClient.Builder builder, JsonMapper json, Duration timeout) {
        return builder.baseUrl(settings.requiredUrl())
                .requestFactory(requests(timeout))
                .configureMessageConverters(converters ->
                        converters
                                .registerDefaults()
                                .withJsonConverter(new JacksonJsonHttpMessageConverter(json)))
                .defaultStatusHandler(
                        HttpStatusCode::isError,
                        (request, response) -> {
                            throw ApiProblem.read(response, json);
                        });
    }

    private static JsonMapper lenient(JsonMapper mapper) {
        return mapper.rebuild()
                .enable(EnumFeature.READ_UNKNOWN_ENUM_VALUES_USING_DEFAULT_VALUE)
                .build();
    }

    private static ClientHttpRequestFactory requests(Duration timeout) {
        HttpClient http =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(CONNECT_TIMEOUT)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .build();
        JdkClientHttpRequestFactory factory = new JdkClientHttpRequestFactory(http);
        factory.setReadTimeout(timeout);
        return factory;
    }
}
