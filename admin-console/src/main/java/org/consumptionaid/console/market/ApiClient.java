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

/** Builds {@link MarketplaceApi} over HTTP. */
@Configuration(proxyBeanMethods = false)
class ApiClient {

    static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
    static final Duration READ_TIMEOUT = Duration.ofSeconds(10);

    @Bean
    MarketplaceApi marketplaceApi(
            ApiSettings settings, RestClient.Builder builder, JsonMapper mapper) {
        JsonMapper json =
                mapper.rebuild()
                        .enable(EnumFeature.READ_UNKNOWN_ENUM_VALUES_USING_DEFAULT_VALUE)
                        .build();
        RestClient client =
                builder.baseUrl(settings.requiredUrl())
                        .requestFactory(requests())
                        .requestInterceptor(new OnBehalfOfVisitor())
                        .configureMessageConverters(converters ->
                                converters
                                        .registerDefaults()
                                        .withJsonConverter(
                                                new JacksonJsonHttpMessageConverter(json)))
                        .defaultStatusHandler(
                                HttpStatusCode::isError,
                                (request, response) -> {
                                    throw ApiProblem.read(response, json);
                                })
                        .build();
        return HttpServiceProxyFactory.builderFor(RestClientAdapter.create(client))
                .build()
                .createClient(MarketplaceApi.class);
    }

    private static ClientHttpRequestFactory requests() {
        HttpClient http =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(CONNECT_TIMEOUT)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .build();
        JdkClientHttpRequestFactory factory = new JdkClientHttpRequestFactory(http);
        factory.setReadTimeout(READ_TIMEOUT);
        return factory;
    }
}
